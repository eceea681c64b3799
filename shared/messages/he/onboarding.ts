import type { UndoCounts } from '../en/onboarding.ts'
import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

const rows = (count: number) =>
  format.plural(count, { one: 'שורה אחת', two: 'שתי שורות', other: '{n} שורות' })

/** Parts of a sentence as one; what is said where there is none. */
const listed = (parts: readonly string[]) =>
  parts.length === 0 ? 'אין מה לבטל' : format.list(parts)

/** Importing a list of people: intake, reading, columns, plan, report, undo. */
export const onboarding: Messages['onboarding'] = {
  region: 'ייבוא',
  apply: 'ביצוע',
  cancel: 'ביטול',
  undo: 'ביטול הייבוא',
  saveReport: 'שמירת דוח',
  importFile: 'קובץ לייבוא',
  signedOut: 'יש להתחבר תחילה, ואז לגרור את הרשימה שוב.',
  nothingToDo: 'אין בתוכנית הזאת מה לבצע.',
  saved: (name: string) => `נשמר בשם ${isolate(name)}`,
  notSaved: 'לא ניתן היה לשמור את הקובץ. יש לבחור תיקייה אחרת.',
  encoding: 'קידוד',
  delimiter: 'תו מפריד',
  organization: 'ארגון',
  header: 'השורה הראשונה היא כותרת',
  sheet: 'גיליון',
  noMatch: 'אין אפשרות כזאת',
  start: {
    title: 'ייבוא רשימה',
    close: 'סגירת הייבוא',
    drop: 'גוררים רשימה לכאן, או לכל מקום בחלון',
    dropHover: 'שחרור יפתח את הרשימה',
    plan: 'תחילה מוצג מה יבוצע. שום דבר לא נשלח לפני כן.',
    choose: 'בחירת קובץ…',
    typed: 'או מקלידים או מדביקים אותה',
    typedHint: 'שם אחד בכל שורה, או שורות שהועתקו מגיליון.',
    read: 'קריאת הרשימה',
    template: 'שמירת תבנית',
    templateText: 'קובץ למילוי, עם העמודות המוכרות.',
    csv: 'קובץ CSV',
    xlsx: `חוברת ${isolate('Excel (.xlsx)')}`
  },
  history: {
    title: 'ייבואים קודמים',
    empty: 'עדיין לא יובאה רשימה.',
    show: 'הצגה',
    pasted: 'רשימה שהודבקה',
    typed: 'רשימה שהוקלדה',
    by: (login: string) => `על ידי ${isolate(login)}`,
    byToken: 'בהתחברות באמצעות אסימון',
    done: 'הסתיים',
    details: 'פרטים',
    checksum: 'SHA-256',
    missing: 'מי שאינו בקובץ הושבת',
    choices: 'אופן הקריאה',
    answers: (count: number) =>
      format.plural(count, { one: 'החלטה אחת', two: 'שתי החלטות', other: '{n} החלטות' }),
    mends: (count: number) =>
      format.plural(count, {
        one: 'שורה אחת תוקנה',
        two: 'שתי שורות תוקנו',
        other: '{n} שורות תוקנו'
      }),
    phases: {
      planned: 'טרם התחיל',
      applying: 'מתבצע',
      applied: 'בוצע',
      undoing: 'בביטול',
      undone: 'בוטל לאחר ביצוע',
      cancelled: 'הופסק'
    }
  },
  kept: {
    waiting: (count: number) =>
      format.plural(count, {
        one: 'רשימה אחת ממתינה לביצוע',
        two: 'שתי רשימות ממתינות לביצוע',
        other: '{n} רשימות ממתינות לביצוע'
      }),
    takeUp: 'המשך מהמקום שבו הפסקת',
    discard: 'מחיקת הטיוטה',
    unkept: 'לא ניתן לשמור את הרשימה הזאת במחשב: יש לבצע אותה לפני סגירת החלון.'
  },
  draft: {
    reading: (percent: number) => `נקרא: ${format.number(percent)}%`,
    above: (count: number) =>
      format.plural(count, {
        one: 'השורה שמעל הכותרות הושמטה',
        two: 'שתי השורות שמעל הכותרות הושמטו',
        other: '{n} השורות שמעל הכותרות הושמטו'
      }),
    rows,
    place: (index: number, count: number) =>
      `קובץ ${format.number(index)} מתוך ${format.number(count)}`,
    columns: 'מה יש בעמודות',
    column: (number: number) => `עמודה ${format.number(number)}:`,
    wanted: 'כל מי שברשימה יהיה',
    plan: 'תוכנית',
    onlyProblems: 'רק בעיות',
    notes: (count: number) => `הערות ${format.number(count)}`,
    comparedAt: (time: string) => `בהשוואה לרשימה נכון ל־${time}`,
    notCompared: (organization: string) =>
      `עדיין אין רשימה של ${isolate(organization)}, ולכן לא ניתן לדעת מי כבר נמצא בה.`,
    missingYes: 'הקובץ מלא',
    missingNo: 'להשאיר אותם',
    savePlan: 'שמירת התוכנית',
    forget: 'ביטול ההחלטות שלי',
    noRows: 'אין שורות כאלה.',
    choose: 'בחירת קובץ אחר…'
  },
  rows: {
    label: 'שורות התוכנית',
    line: 'שורה',
    what: 'תוכנית',
    remark: 'הערה',
    decide: 'החלטה…',
    decideRow: (line: number) => `שורה ${format.number(line)}: החלטה`,
    correct: (line: number, field: string) => `שורה ${format.number(line)}, ${field}`,
    empty: 'ריק',
    then: (status: string) => `ואז ${status}`,
    now: (status: string, id: number) => `כעת ${status}, #${id}`,
    similar: (name: string) => `דומה אל ${isolate(name)}`,
    cleanedFrom: (text: string, what: string) => `היה "${isolate(text)}": ${what}`,
    email: (text: string) => `"${isolate(text)}" אינה כתובת דוא״ל`,
    lines: 'השם נמשך על פני כמה שורות'
  },
  verdicts: {
    add: 'הוספה',
    reactivate: 'הפעלה מחדש',
    setInactive: 'השבתה',
    delete: 'מחיקה',
    skip: 'דילוג',
    ask: 'שאלה',
    errors: 'שגיאה',
    leftOut: 'הושמט'
  },
  choices: {
    add: 'להוסיף כאדם נוסף',
    leaveOut: 'להשמיט',
    use: (name: string, id: number, status: string) => `זה ${isolate(name)} #${id}, ${status}`,
    queued: (name: string) => `זה ${isolate(name)}, שממתין בתיבת היוצאים`,
    organization: (name: string, id: number) => `${isolate(name)} #${id}`,
    alike: (text: string) => `כל הדומים: ${text}`
  },
  run: {
    left: (wait: string) => `נותרו בערך ${wait}`,
    paused: 'מושהה',
    offline: 'אין קשר לשירות; הייבוא יימשך מעצמו.',
    signedOut: 'הייבוא יימשך לאחר התחברות מחדש.',
    pause: 'השהיית הייבוא',
    resume: 'המשך הייבוא',
    goOn: 'להמשיך',
    rejected: (count: number) => `נדחו ${format.number(count)}`,
    cancelled: (count: number) => `בוטלו ${format.number(count)}`,
    needsPerson: (count: number) => `דורשים החלטה ${format.number(count)}`,
    undoWould: (summary: string) => `הביטול: ${summary}`,
    undo: {
      waits: (count: number) =>
        format.plural(count, {
          one: 'הביטול יתחיל כששינוי אחד שנשלח כעת יגיע',
          two: 'הביטול יתחיל כששני שינויים שנשלחים כעת יגיעו',
          other: 'הביטול יתחיל כש־{n} שינויים שנשלחים כעת יגיעו'
        }),
      prepared: 'הביטול בהכנה',
      queued: (done: number, total: number) =>
        `הביטול בתור: בוצעו ${format.number(done)} מתוך ${format.number(total)}`,
      partly: (done: number, total: number) =>
        `בוטל חלקית: ${format.number(done)} מתוך ${format.number(total)}`
    },
    leftAlone: (count: number) =>
      format.plural(count, {
        one: 'אחד נשאר כפי שהוא',
        two: 'שניים נשארים כפי שהם',
        other: '{n} נשארים כפי שהם'
      }),
    stays: (name: string, why: string) => `${isolate(name)}: ${why}`
  },
  limits: (megabytes: number, workbookMegabytes: number, rowLimit: number) =>
    `רשימות (${isolate('.csv, .tsv, .txt')}) עד ${format.number(megabytes)} MB, חוברות (${isolate('.xlsx')}) עד ${format.number(workbookMegabytes)} MB, עד ${format.number(rowLimit)} שורות.`,
  refused: {
    empty: { what: 'הקובץ ריק.', todo: 'יש לשמור את הרשימה שוב ולגרור אותה שוב.' },
    noRows: {
      what: 'אין שום שורה עם טקסט.',
      todo: 'כדאי לבדוק שזה הקובץ או הגיליון הנכון.'
    },
    tooLarge: {
      what: (size: number, limit: number) =>
        `הקובץ בגודל ${format.number(size)} MB; ניתן לקרוא עד ${format.number(limit)} MB.`,
      todo: 'רשימת אנשים קטנה בהרבה. כדאי לבדוק שזה הקובץ הנכון, או לפצל אותו.'
    },
    tooManyRows: {
      what: (limit: number) => `ברשימה יש יותר מ־${format.number(limit)} שורות.`,
      todo: 'יש לפצל אותה לכמה קבצים.'
    },
    foreign: {
      image: 'זו תמונה.',
      pdf: 'זה מסמך PDF.',
      oldExcel: 'זו חוברת מסוג ישן (.xls).',
      openDocument: 'זה קובץ OpenDocument.',
      wordDocument: 'זה מסמך Word.',
      archive: 'זה קובץ ארכיון.',
      webPage: 'זה דף אינטרנט.',
      program: 'זו תוכנה.',
      unknownBinary: 'זו אינה רשימה של טקסט.'
    },
    foreignTodo: 'יש לפתוח אותו בתוכנה שבה נוצר ולשמור את הרשימה כ־CSV או כחוברת Excel ‏(.xlsx).',
    encrypted: {
      what: 'החוברת נעולה בסיסמה.',
      todo: 'יש לפתוח אותה ב־Excel, להסיר את הסיסמה, לשמור ולגרור שוב.'
    },
    damaged: {
      what: 'החוברת פגומה.',
      todo: 'יש לפתוח אותה ב־Excel, שאולי יתקן אותה, ולשמור שוב; או לשמור את הגיליון כ־CSV.'
    },
    bomb: {
      what: (limit: number) =>
        `החוברת הייתה נפרסת ליותר מ־${format.number(limit)} MB, ולכן לא נפתחה.`,
      todo: 'שום רשימת אנשים אינה זקוקה לכך. כדאי לבדוק מהיכן הגיע הקובץ.'
    },
    tooWide: {
      what: 'תא אחד בגיליון רחוק מאוד מן השאר.',
      todo: 'יש להעתיק את שורות הרשימה לגיליון חדש ולשמור אותו; או לשמור את הגיליון כ־CSV.'
    },
    folder: {
      what: 'בתיקייה הזאת אין רשימה שניתן לקרוא.',
      todo: 'יש לגרור קובץ ‎.csv, ‎.tsv, ‎.txt או ‎.xlsx.'
    },
    tooManyFiles: {
      what: (count: number, limit: number) =>
        count === 2
          ? `נגררו שני קבצים; ניתן לקרוא ${format.number(limit)} לכל היותר בבת אחת.`
          : count === 1
            ? `נגרר קובץ אחד; ניתן לקרוא ${format.number(limit)} לכל היותר בבת אחת.`
            : `נגררו ${format.number(count)} קבצים; ניתן לקרוא ${format.number(limit)} לכל היותר בבת אחת.`,
      todo: 'יש לגרור פחות קבצים.'
    },
    unreadable: {
      what: 'לא ניתן היה לפתוח את הקובץ.',
      todo: 'ייתכן שהועבר, או שתוכנה אחרת מחזיקה בו. יש לסגור אותו שם ולגרור שוב.'
    }
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, סדר בתים הפוך',
    'windows-1255': 'windows-1255, עברית',
    'windows-1251': 'windows-1251, קירילית',
    'windows-1252': 'windows-1252, מערב אירופה',
    'windows-1250': 'windows-1250, מרכז אירופה',
    'koi8-u': 'KOI8-U, קירילית',
    ibm866: 'IBM 866, קירילית (DOS)',
    'x-mac-cyrillic': 'Mac, קירילית'
  },
  foundBy: {
    bom: 'כך כתוב בקובץ',
    'zero-bytes': 'לפי מבנה הבתים',
    'utf-8': 'לפי מבנה הבתים',
    ascii: 'אותיות אנגליות בלבד',
    words: 'לפי צורת המילים',
    remembered: 'כמו בפעם הקודמת; המילים אינן מכריעות',
    locale: 'השערה; המילים אינן מכריעות',
    person: 'לפי בחירתך'
  },
  delimiters: {
    ',': 'פסיק',
    ';': 'נקודה־פסיק',
    '\t': 'טאב',
    '|': 'קו אנכי',
    none: 'שם אחד בכל שורה'
  },
  damaged: (places: number) =>
    format.plural(places, {
      one: 'אות אחת בקובץ פגומה.',
      two: 'שתי אותיות בקובץ פגומות.',
      other: '{n} אותיות בקובץ פגומות.'
    }),
  lost: (example: string) =>
    `האותיות אבדו כשהקובץ נשמר: במקום שמות כתוב בו "${isolate(example)}". יש לשמור אותו שוב כ־"CSV UTF-8" או כחוברת.`,
  unclosed: (line: number) =>
    `בשורה ${format.number(line)} נפתחות מירכאות שאינן נסגרות; הסימן נקרא כתו רגיל.`,
  roles: {
    name: 'שם',
    first: 'שם פרטי',
    middle: 'שם אמצעי',
    last: 'שם משפחה',
    organization: 'ארגון',
    status: 'סטטוס',
    email: 'דוא״ל',
    'corrected-name': 'שם מתוקן',
    'corrected-organization': 'ארגון מתוקן',
    'corrected-status': 'סטטוס מתוקן',
    'corrected-email': 'דוא״ל מתוקן',
    skip: 'לא בשימוש'
  },
  counts: {
    add: (count: number) => `הוספה ${format.number(count)}`,
    reactivate: (count: number) => `הפעלה מחדש ${format.number(count)}`,
    setInactive: (count: number) => `השבתה ${format.number(count)}`,
    delete: (count: number) => `מחיקה ${format.number(count)}`,
    skip: (count: number) => `דילוג ${format.number(count)}`,
    ask: (count: number) => `שאלות ${format.number(count)}`,
    errors: (count: number) => `שגיאות ${format.number(count)}`,
    leftOut: (count: number) => `הושמטו ${format.number(count)}`
  },
  cost: (requests: number, ms: number) =>
    `${format.plural(requests, { one: 'בקשה אחת', two: 'שתי בקשות', other: '{n} בקשות' })}, בערך ${format.duration(ms)}`,
  missing: (count: number, active: number) =>
    `מי שאינו בקובץ יהפוך ללא פעיל: ${format.number(count)} מתוך ${format.plural(active, { one: 'נציג פעיל אחד', two: 'שני נציגים פעילים', other: '{n} נציגים פעילים' })}`,
  missingGuard: (count: number) =>
    `זה הרבה. האם הקובץ מלא? ${format.plural(count, {
      one: 'נציג אחד יפסיק',
      two: 'שני נציגים יפסיקו',
      other: '{n} נציגים יפסיקו'
    })} לקבל צ׳אטים.`,
  progress: (done: number, total: number) =>
    `יובאו ${format.number(done)} מתוך ${format.number(total)}`,
  skipped: {
    there: 'כבר נמצא שם',
    queued: 'כבר ממתין בתיבת היוצאים',
    gone: 'לא קיים, כמבוקש',
    repeated: 'שורה קודמת עושה את אותו הדבר',
    'no-person': 'לא נציג: שורת סיכום, או הכותרות שוב'
  },
  questions: {
    sameInFile: (row: number) => `בשורה ${format.number(row)} אותו השם. האם זה אדם אחר?`,
    probablyInFile: (row: number) => `בשורה ${format.number(row)} שם כמעט זהה. האם זה אדם אחר?`,
    probablyThere: (name: string) => `כנראה ${isolate(name)}, שכבר קיים. האם זה אדם אחר?`,
    severalThere: (count: number) =>
      format.plural(count, {
        one: 'השם הזה שייך לנציג אחד. האם זה הוא?',
        two: 'השם הזה שייך לשני נציגים. מי מהם?',
        other: 'השם הזה שייך ל־{n} נציגים. מי מהם?'
      }),
    notThere: 'אין איש בשם הזה.',
    unknownOrganization: (text: string) => `איזה ארגון הוא "${isolate(text)}"?`,
    unknownStatus: (text: string) => `איזה סטטוס הוא "${isolate(text)}"?`
  },
  faults: {
    'organization-missing': 'הארגון חסר.',
    'name-missing': 'השם חסר.',
    'name-too-long': 'השם ארוך מ־100 תווים.'
  },
  cleaned: {
    'list-mark': 'סימן רשימה הוסר',
    'hidden-marks': 'סימנים נסתרים הוסרו',
    'control-characters': 'תווי בקרה הוסרו',
    blanks: 'רווחים סודרו',
    composed: 'אותיות אוחדו',
    'formula-guard': 'גרש של נוסחה מוגנת הוסר'
  },
  template: {
    fileName: 'נציגים.csv',
    delimiter: ',',
    names: 'דנה כהן|יוסי לוי|נועה מזרחי',
    active: 'פעיל',
    inactive: 'לא פעיל'
  },
  undone: {
    summary: (undo: UndoCounts) =>
      listed([
        ...(undo.deletes > 0
          ? [
              format.plural(undo.deletes, {
                one: 'נציג חדש אחד יסומן כנמחק',
                two: 'שני נציגים חדשים יסומנו כנמחקו',
                other: '{n} נציגים חדשים יסומנו כנמחקו'
              })
            ]
          : []),
        ...(undo.restores > 0
          ? [
              format.plural(undo.restores, {
                one: 'נציג אחד יחזור לסטטוס שלו',
                two: 'שני נציגים יחזרו לסטטוס שלהם',
                other: '{n} נציגים יחזרו לסטטוס שלהם'
              })
            ]
          : []),
        ...(undo.discards > 0
          ? [
              format.plural(undo.discards, {
                one: 'שינוי אחד שלא נשלח יוסר',
                two: 'שני שינויים שלא נשלחו יוסרו',
                other: '{n} שינויים שלא נשלחו יוסרו'
              })
            ]
          : []),
        ...(undo.awaited > 0
          ? [
              format.plural(undo.awaited, {
                one: 'שינוי אחד שנשלח כעת יבוטל כשיגיע',
                two: 'שני שינויים שנשלחים כעת יבוטלו כשיגיעו',
                other: '{n} שינויים שנשלחים כעת יבוטלו כשיגיעו'
              })
            ]
          : [])
      ]),
    'changed-since': 'מישהו שינה מאז את הסטטוס.',
    'not-ours': 'היה שם לפני הייבוא הזה.',
    unlisted: 'כבר אינו מופיע בשום רשימה.'
  },
  report: {
    fileName: (name: string) => (name === '' ? 'דוח ייבוא.csv' : `${name} דוח.csv`),
    planName: (name: string) => (name === '' ? 'תוכנית ייבוא.csv' : `${name} תוכנית.csv`),
    result: 'תוצאה',
    details: 'פרטים',
    id: 'מזהה',
    outcomes: {
      added: 'נוסף',
      matched: 'נוסף (נמצא לאחר שאבדה תשובה)',
      used: 'כבר היה שם',
      changed: { 0: 'שונה לפעיל', 1: 'שונה ללא פעיל', 2: 'סומן כנמחק' },
      waiting: 'ממתין',
      notAccepted: 'טרם התחיל',
      needsPerson: 'דורש החלטה',
      rejected: 'נדחה',
      cancelled: 'בוטל',
      skipped: 'דולג',
      undecided: 'לא הוחלט',
      error: 'שגיאה',
      leftOut: 'הושמט',
      undo: {
        done: (what: string) => `${what}, ולאחר מכן בוטל`,
        'under-way': (what: string) => `${what}, הביטול בתהליך`,
        rejected: (what: string) => `${what}, הביטול נדחה`
      }
    },
    column: (number: number) => `עמודה ${format.number(number)}`
  }
}
