// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { droppedFiles, type DroppedEntry } from './dropped-files.ts'

function file(name: string): DroppedEntry {
  return { isFile: true, name, file: (found) => found(new File(['x'], name)) }
}

function folder(name: string, ...entries: readonly DroppedEntry[]): DroppedEntry {
  return {
    isFile: false,
    name,
    createReader: () => {
      // The platform hands a folder over in portions.
      const portions = [...entries.map((entry) => [entry]), []]
      return { readEntries: (found) => found(portions.shift() ?? []) }
    }
  }
}

async function namesOf(...entries: readonly DroppedEntry[]): Promise<string[] | string> {
  const result = await droppedFiles(entries)
  return result.ok ? result.value.map(({ name }) => name) : result.failure.kind
}

describe('a drop', () => {
  it('gives every single file, whatever its name', async () => {
    expect(await namesOf(file('team.csv'), file('photo.png'))).toEqual(['team.csv', 'photo.png'])
  })

  it('gives the lists of a folder and of the folders in it, by name', async () => {
    const inner = folder('b', file('~$team.xlsx'), file('team.xlsx'), file('.hidden.csv'))
    expect(await namesOf(folder('a', file('z.TXT'), inner, file('a.png'), file('a.csv')))).toEqual([
      'a.csv',
      'team.xlsx',
      'z.TXT'
    ])
  })

  it('is refused with a word of its own', async () => {
    expect(await namesOf(folder('photos', file('a.png')))).toBe('folder-without-lists')
    expect(await namesOf(...Array.from({ length: 21 }, (_, index) => file(`${index}.csv`)))).toBe(
      'too-many-files'
    )
    expect(
      await namesOf(
        folder('many', ...Array.from({ length: 30 }, (_, index) => file(`${index}.csv`)))
      )
    ).toBe('too-many-files')
    const lost: DroppedEntry = {
      isFile: true,
      name: 'gone.csv',
      file: (_found, isLost) => isLost()
    }
    expect(await namesOf(lost)).toBe('unreadable')
    expect(await namesOf(folder('a', lost))).toBe('unreadable')
  })

  it('does not follow a folder without end', async () => {
    const endless: DroppedEntry = {
      ...(folder('endless') as Extract<DroppedEntry, { isFile: false }>)
    }
    const around = {
      ...endless,
      createReader: () =>
        (folder('', around) as Extract<DroppedEntry, { isFile: false }>).createReader()
    }
    expect(await namesOf(around as DroppedEntry)).toBe('folder-without-lists')
  })
})
