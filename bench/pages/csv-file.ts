const rows = 100_000
const given = ['Olena', 'John', 'נועה', 'Андрій', 'Sarah', 'אברהם', 'Zoë', 'Марія']
const family = ['Kovalenko', 'Smith', 'כהן', 'Шевченко', 'O’Neill', 'לוי', 'Müller', 'Гончар']

/** A file of 100,000 people, 5.6 MB, in three scripts, with a header; no cell is quoted. */
export function csvText(): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const name = `${word(given, row)} ${word(family, row >> 3)} ${row}`
    const status = row % 10 === 0 ? 'inactive' : 'active'
    return `${name},${status},person.${row}@example.com`
  })
  return ['name,status,email', ...lines, ''].join('\r\n')
}

/** The same in UTF-8. */
export const csvBytes: Uint8Array<ArrayBuffer> = new TextEncoder().encode(csvText())

/** How many people it holds. */
export const csvRows = rows

function word(words: readonly string[], at: number): string {
  return words[at % words.length] ?? ''
}
