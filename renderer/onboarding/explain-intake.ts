import type { Messages } from '../../shared/messages/messages.ts'
import { never } from '../../shared/never.ts'
import type { ForeignKind, IntakeFailure } from './intake-failure.ts'

/** Why something dropped cannot be read, and what to do. */
export interface IntakeExplanation {
  readonly what: string
  readonly todo: string
}

type Texts = Messages['onboarding']['refused']

/** Words for any refusal of something dropped, in the language of `texts`. */
export function explainIntake(failure: IntakeFailure, texts: Texts): IntakeExplanation {
  switch (failure.kind) {
    case 'empty':
      return texts.empty
    case 'no-rows':
      return texts.noRows
    case 'too-large':
      return filled(texts.tooLarge, megabytes(failure.size), megabytes(failure.limit))
    case 'too-many-rows':
      return filled(texts.tooManyRows, failure.limit)
    case 'foreign':
      return { what: texts.foreign[foreignKeys[failure.what]], todo: texts.foreignTodo }
    case 'encrypted-workbook':
      return texts.encrypted
    case 'damaged-workbook':
      return texts.damaged
    case 'bomb':
      return filled(texts.bomb, megabytes(failure.limit))
    case 'too-wide':
      return texts.tooWide
    case 'folder-without-lists':
      return texts.folder
    case 'too-many-files':
      return filled(texts.tooManyFiles, failure.count, failure.limit)
    case 'unreadable':
      return texts.unreadable
    default:
      return never(failure)
  }
}

function filled<Parts extends readonly number[]>(
  { what, todo }: { readonly what: (...parts: Parts) => string; readonly todo: string },
  ...parts: Parts
): IntakeExplanation {
  return { what: what(...parts), todo }
}

const foreignKeys: Readonly<Record<ForeignKind, keyof Texts['foreign']>> = {
  image: 'image',
  pdf: 'pdf',
  'old-excel': 'oldExcel',
  'open-document': 'openDocument',
  'word-document': 'wordDocument',
  archive: 'archive',
  'web-page': 'webPage',
  program: 'program',
  'unknown-binary': 'unknownBinary'
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20)
}
