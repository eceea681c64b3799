import { isolate } from '../format.ts'
import { format } from './format.ts'

/** Parts of a sentence as one; what is said where there is none. */
const listed = (parts: readonly string[]) => (parts.length === 0 ? 'nothing' : format.list(parts))

/** What an undo would do, in numbers. */
export interface UndoCounts {
  readonly deletes: number
  readonly restores: number
  readonly discards: number
  /** Edits on their way. */
  readonly awaited: number
}

/** Importing a list of people: intake, reading, columns, plan, report, undo. */
export const onboarding = {
  region: 'Import',
  apply: 'Apply',
  cancel: 'Cancel',
  undo: 'Undo import',
  saveReport: 'Save report',
  importFile: 'Import file',
  signedOut: 'Sign in first; then drop the list again.',
  nothingToDo: 'Nothing in this plan has to be done.',
  saved: (name: string) => `Saved as ${isolate(name)}`,
  notSaved: 'The file could not be saved. Choose another folder.',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  organization: 'Organization',
  header: 'First row is a header',
  sheet: 'Sheet',
  noMatch: 'No such choice',
  /** The first screen, before anything was dropped. */
  start: {
    title: 'Import a list',
    close: 'Close import',
    drop: 'Drop a list here, or anywhere on the window',
    dropHover: 'Drop to read the list',
    plan: 'You see what would be done first. Nothing is sent before that.',
    choose: 'Choose a file…',
    typed: 'Or type or paste it',
    typedHint: 'One name per line, or rows copied from a spreadsheet.',
    read: 'Read this list',
    template: 'Save a template',
    templateText: 'A file to fill in, with the columns that are understood.',
    csv: 'CSV file',
    xlsx: 'Excel workbook (.xlsx)'
  },
  history: {
    title: 'Earlier imports',
    empty: 'Nothing was imported yet.',
    show: 'Show',
    pasted: 'Pasted list',
    typed: 'Typed list',
    by: (login: string) => `by ${isolate(login)}`,
    byToken: 'signed in with a token',
    done: 'Done',
    details: 'Details',
    checksum: 'SHA-256',
    missing: 'whoever is not in the file becomes inactive',
    choices: 'Read as',
    answers: (count: number) =>
      format.plural(count, { one: 'One decision', other: '{n} decisions' }),
    mends: (count: number) =>
      format.plural(count, { one: 'one row corrected', other: '{n} rows corrected' }),
    phases: {
      planned: 'Not started',
      applying: 'Under way',
      applied: 'Applied',
      undoing: 'Being undone',
      undone: 'Undone',
      cancelled: 'Cancelled'
    }
  },
  /** A list that was read and is neither applied nor cancelled; it outlasts the window. */
  kept: {
    waiting: (count: number) =>
      format.plural(count, {
        one: 'One list is not applied yet',
        other: '{n} lists are not applied yet'
      }),
    takeUp: 'Continue where you left off',
    discard: 'Discard',
    unkept: 'This list cannot be kept on this computer: apply it before you close the window.'
  },
  /** A file on its way to a plan. */
  draft: {
    reading: (percent: number) => `Reading: ${format.number(percent)} %`,
    above: (count: number) =>
      format.plural(count, {
        one: 'The row above the header is left out',
        other: 'The {n} rows above the header are left out'
      }),
    rows: (count: number) => format.plural(count, { one: 'one row', other: '{n} rows' }),
    place: (index: number, total: number) =>
      `File ${format.number(index)} of ${format.number(total)}`,
    columns: 'What the columns hold',
    column: (number: number) => `Column ${format.number(number)}:`,
    wanted: 'Everyone in the list becomes',
    plan: 'Plan',
    onlyProblems: 'Only problems',
    notes: (total: number) => `Notes ${format.number(total)}`,
    comparedAt: (time: string) => `compared with the list as of ${time}`,
    notCompared: (organization: string) =>
      `There is no list of ${isolate(organization)} yet, so who is there already cannot be told.`,
    missingYes: 'The file is complete',
    missingNo: 'Leave them',
    savePlan: 'Save plan',
    forget: 'Take back my decisions',
    noRows: 'No row is like that.',
    choose: 'Choose another file…'
  },
  /** The table of the plan. */
  rows: {
    label: 'Rows of the plan',
    line: 'Line',
    what: 'Plan',
    remark: 'Remark',
    decide: 'Decide…',
    decideRow: (line: number) => `Line ${format.number(line)}: decide`,
    correct: (line: number, field: string) => `Line ${format.number(line)}, ${field}`,
    empty: 'empty',
    then: (status: string) => `then ${status}`,
    now: (status: string, id: number) => `now ${status}, #${id}`,
    similar: (name: string) => `Similar to ${isolate(name)}`,
    cleanedFrom: (text: string, what: string) => `Was “${isolate(text)}”: ${what}`,
    email: (text: string) => `“${isolate(text)}” is not an e-mail address`,
    lines: 'The name goes over several lines'
  },
  verdicts: {
    add: 'Add',
    reactivate: 'Reactivate',
    setInactive: 'Set inactive',
    delete: 'Delete',
    skip: 'Skip',
    ask: 'Ask',
    errors: 'Error',
    leftOut: 'Left out'
  },
  choices: {
    add: 'Add as another person',
    leaveOut: 'Leave out',
    use: (name: string, id: number, status: string) => `It is ${isolate(name)} #${id}, ${status}`,
    queued: (name: string) => `It is ${isolate(name)}, who waits in the outbox`,
    organization: (name: string, id: number) => `${isolate(name)} #${id}`,
    alike: (text: string) => `All like this: ${text}`
  },
  /** An import under way. */
  run: {
    left: (wait: string) => `about ${wait} left`,
    paused: 'Paused',
    offline: 'The service cannot be reached; it goes on by itself.',
    signedOut: 'It goes on once you have signed in again.',
    pause: 'Pause import',
    resume: 'Resume import',
    goOn: 'Go on',
    rejected: (total: number) => `Rejected ${format.number(total)}`,
    cancelled: (total: number) => `Cancelled ${format.number(total)}`,
    needsPerson: (total: number) => `Needs you ${format.number(total)}`,
    undoWould: (summary: string) => `Undo: ${summary}`,
    undo: {
      waits: (count: number) =>
        format.plural(count, {
          one: 'The undo begins once one edit that is being sent has arrived',
          other: 'The undo begins once {n} edits that are being sent have arrived'
        }),
      prepared: 'The undo is being prepared',
      queued: (done: number, total: number) =>
        `Undo queued: ${format.number(done)} of ${format.number(total)} done`,
      partly: (done: number, total: number) =>
        `Partly undone: ${format.number(done)} of ${format.number(total)}`
    },
    leftAlone: (count: number) =>
      format.plural(count, { one: 'one stays as it is', other: '{n} stay as they are' }),
    stays: (name: string, why: string) => `${isolate(name)}: ${why}`
  },
  limits: (megabytes: number, workbookMegabytes: number, rows: number) =>
    `Lists (.csv, .tsv, .txt) up to ${format.number(megabytes)} MB, workbooks (.xlsx) up to ${format.number(workbookMegabytes)} MB, ${format.number(rows)} rows.`,
  /** What something that was dropped turned out to be: what happened, what to do. */
  refused: {
    empty: { what: 'The file is empty.', todo: 'Save the list once more and drop it again.' },
    noRows: {
      what: 'There is no row with any text.',
      todo: 'Check that it is the right file or sheet.'
    },
    tooLarge: {
      what: (size: number, limit: number) =>
        `The file has ${format.number(size)} MB; at most ${format.number(limit)} MB can be read.`,
      todo: 'A list of people is far smaller. Check that it is the right file, or split it.'
    },
    tooManyRows: {
      what: (limit: number) => `The list has more than ${format.number(limit)} rows.`,
      todo: 'Split it into several files.'
    },
    foreign: {
      image: 'This is a picture.',
      pdf: 'This is a PDF document.',
      oldExcel: 'This is a workbook of an old kind (.xls).',
      openDocument: 'This is an OpenDocument file.',
      wordDocument: 'This is a Word document.',
      archive: 'This is an archive.',
      webPage: 'This is a web page.',
      program: 'This is a program.',
      unknownBinary: 'This is not a list of text.'
    },
    foreignTodo:
      'Open it where it was made and save the list as CSV or as an Excel workbook (.xlsx).',
    encrypted: {
      what: 'The workbook is locked with a password.',
      todo: 'Open it in Excel, remove the password, save it, and drop it again.'
    },
    damaged: {
      what: 'The workbook is damaged.',
      todo: 'Open it in Excel, which may repair it, and save it again; or save the sheet as CSV.'
    },
    bomb: {
      what: (limit: number) =>
        `The workbook would unpack to more than ${format.number(limit)} MB, so it was not opened.`,
      todo: 'No list of people needs that much. Check where the file comes from.'
    },
    tooWide: {
      what: 'One cell of the sheet stands very far from the others.',
      todo: 'Copy the rows of the list into a new sheet and save that; or save the sheet as CSV.'
    },
    folder: {
      what: 'In this folder there is no list that can be read.',
      todo: 'Drop a .csv, .tsv, .txt or .xlsx file.'
    },
    tooManyFiles: {
      what: (files: number, limit: number) =>
        `${format.number(files)} files were dropped; at most ${format.number(limit)} can be read at once.`,
      todo: 'Drop fewer of them.'
    },
    unreadable: {
      what: 'The file could not be opened.',
      todo: 'It may have been moved, or another program may hold it. Close it there and drop it again.'
    }
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, big-endian',
    'windows-1255': 'windows-1255, Hebrew',
    'windows-1251': 'windows-1251, Cyrillic',
    'windows-1252': 'windows-1252, Western European',
    'windows-1250': 'windows-1250, Central European',
    'koi8-u': 'KOI8-U, Cyrillic',
    ibm866: 'IBM 866, Cyrillic (DOS)',
    'x-mac-cyrillic': 'Mac Cyrillic'
  },
  foundBy: {
    bom: 'the file says so',
    'zero-bytes': 'from the form of its bytes',
    'utf-8': 'from the form of its bytes',
    ascii: 'English letters only',
    words: 'from the shape of its words',
    remembered: 'as last time; the words leave it open',
    locale: 'a guess; the words leave it open',
    person: 'your choice'
  },
  delimiters: {
    ',': 'Comma',
    ';': 'Semicolon',
    '\t': 'Tab',
    '|': 'Bar',
    none: 'One name per line'
  },
  damaged: (places: number) =>
    format.plural(places, {
      one: 'One letter is damaged in the file.',
      other: '{n} letters are damaged in the file.'
    }),
  lost: (example: string) =>
    `The letters were lost when this file was saved: it holds “${isolate(example)}” where names should be. Save it again as “CSV UTF-8” or as a workbook.`,
  unclosed: (line: number) =>
    `In line ${format.number(line)} a quotation mark opens and is never closed; it was read as an ordinary character.`,
  roles: {
    name: 'Name',
    first: 'First name',
    middle: 'Middle name',
    last: 'Last name',
    organization: 'Organization',
    status: 'Status',
    email: 'E-mail',
    'corrected-name': 'Corrected name',
    'corrected-organization': 'Corrected organization',
    'corrected-status': 'Corrected status',
    'corrected-email': 'Corrected e-mail',
    skip: 'Not used'
  },
  counts: {
    add: (total: number) => `Add ${format.number(total)}`,
    reactivate: (total: number) => `Reactivate ${format.number(total)}`,
    setInactive: (total: number) => `Set inactive ${format.number(total)}`,
    delete: (total: number) => `Delete ${format.number(total)}`,
    skip: (total: number) => `Skip ${format.number(total)}`,
    ask: (total: number) => `Ask ${format.number(total)}`,
    errors: (total: number) => `Errors ${format.number(total)}`,
    leftOut: (total: number) => `Left out ${format.number(total)}`
  },
  cost: (requests: number, ms: number) =>
    `${format.plural(requests, { one: '{n} request', other: '{n} requests' })}, about ${format.duration(ms)}`,
  missing: (people: number, active: number) =>
    `Whoever is not in the file becomes inactive: ${format.number(people)} of ${format.number(active)} active operators`,
  missingGuard: (count: number) =>
    `That is many. Is the file complete? ${format.plural(count, { one: '{n} operator', other: '{n} operators' })} will stop getting chats.`,
  progress: (done: number, total: number) =>
    `Imported ${format.number(done)} of ${format.number(total)}`,
  skipped: {
    there: 'Already there',
    queued: 'Waits in the outbox already',
    gone: 'Does not exist, as wanted',
    repeated: 'An earlier row does the same',
    'no-person': 'Not a person: a total, or the titles once more'
  },
  questions: {
    sameInFile: (row: number) =>
      `Line ${format.number(row)} has the same name. Is this another person?`,
    probablyInFile: (row: number) =>
      `Line ${format.number(row)} has nearly the same name. Is this another person?`,
    probablyThere: (name: string) =>
      `Probably ${isolate(name)}, who exists. Is this another person?`,
    severalThere: (count: number) => `${format.number(count)} operators have this name. Which one?`,
    notThere: 'Nobody of this name exists.',
    unknownOrganization: (text: string) => `Which organization is “${isolate(text)}”?`,
    unknownStatus: (text: string) => `Which status is “${isolate(text)}”?`
  },
  faults: {
    'organization-missing': 'The organization is missing.',
    'name-missing': 'The name is missing.',
    'name-too-long': 'The name is longer than 100 characters.'
  },
  cleaned: {
    'list-mark': 'list mark removed',
    'hidden-marks': 'hidden marks removed',
    'control-characters': 'control characters removed',
    blanks: 'blanks tidied',
    composed: 'letters composed',
    'formula-guard': 'apostrophe of a guarded formula removed'
  },
  template: {
    fileName: 'operators.csv',
    /** A comma, or a semicolon where spreadsheets in this language expect one. */
    delimiter: ',',
    /** Example people, between bars. */
    names: 'Alex Brown|Emma Davis|Sarah Johnson',
    active: 'Active',
    inactive: 'Inactive'
  },
  undone: {
    summary: (undo: UndoCounts) =>
      listed([
        ...(undo.deletes > 0
          ? [
              format.plural(undo.deletes, {
                one: '{n} new operator becomes Deleted',
                other: '{n} new operators become Deleted'
              })
            ]
          : []),
        ...(undo.restores > 0
          ? [
              format.plural(undo.restores, {
                one: '{n} operator gets its status back',
                other: '{n} operators get their status back'
              })
            ]
          : []),
        ...(undo.discards > 0
          ? [
              format.plural(undo.discards, {
                one: '{n} unsent edit is discarded',
                other: '{n} unsent edits are discarded'
              })
            ]
          : []),
        ...(undo.awaited > 0
          ? [
              format.plural(undo.awaited, {
                one: '{n} edit that is being sent is taken back once it has arrived',
                other: '{n} edits that are being sent are taken back once they have arrived'
              })
            ]
          : [])
      ]),
    'changed-since': 'Someone changed the status since.',
    'not-ours': 'Was there before this import.',
    unlisted: 'No list shows it any more.'
  },
  report: {
    fileName: (base: string) => (base === '' ? 'import report.csv' : `${base} report.csv`),
    planName: (base: string) => (base === '' ? 'import plan.csv' : `${base} plan.csv`),
    result: 'Result',
    details: 'Details',
    id: 'Operator ID',
    outcomes: {
      added: 'Added',
      matched: 'Added (found after a lost reply)',
      used: 'Already there',
      changed: { 0: 'Set to Active', 1: 'Set to Inactive', 2: 'Set to Deleted' },
      waiting: 'Waiting',
      notAccepted: 'Not started',
      needsPerson: 'Needs your decision',
      rejected: 'Rejected',
      cancelled: 'Cancelled',
      skipped: 'Skipped',
      undecided: 'Not decided',
      error: 'Error',
      leftOut: 'Left out',
      undo: {
        done: (what: string) => `${what}, taken back`,
        'under-way': (what: string) => `${what}, undo under way`,
        rejected: (what: string) => `${what}, undo rejected`
      }
    },
    column: (number: number) => `Column ${format.number(number)}`
  }
}
