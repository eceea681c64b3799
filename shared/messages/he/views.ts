import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

const edits = (count: number) =>
  format.plural(count, { one: 'שינוי אחד', two: 'שני שינויים', other: '{n} שינויים' })
const operators = (count: number) =>
  format.plural(count, { one: 'נציג אחד', two: 'שני נציגים', other: '{n} נציגים' })
const tooLong = (length: number, longest: number) =>
  `${format.number(length)} תווים; מותר ${longest} לכל היותר.`

/** Dialogs, the outbox, toasts, panels. */
export const views: Messages['views'] = {
  status: ['פעיל', 'לא פעיל', 'נמחק'],
  notifications: 'הודעות',
  dismiss: 'סגירת ההודעה',
  closePanel: 'סגירת החלונית',
  cancel: 'ביטול',
  undo: 'ביטול הפעולה',
  moreActions: 'פעולות נוספות',

  outbox: {
    title: 'תיבת היוצאים',
    edits: 'שינויים',
    states: {
      waiting: 'ממתין',
      sending: 'בשליחה',
      verifying: 'בבדיקה',
      confirmed: 'אושר',
      matched: 'נמצא',
      rejected: 'נדחה',
      'needs-person': 'דורש החלטה',
      cancelled: 'בוטל',
      superseded: 'הוחלף'
    },
    filter: 'הצגה',
    all: 'הכול',
    empty: 'אין שינויים ממתינים',
    emptyText: 'שינויים מופיעים כאן מרגע שנעשו ועד שהגיעו לשירות.',
    emptyFilter: 'אין שינויים במצב הזה',
    sendNow: 'שליחה עכשיו',
    pause: 'השהיה',
    resume: 'המשך',
    retryRejected: 'ניסיון חוזר לכל מה שנדחה',
    discardRejected: 'הסרת כל מה שנדחה…',
    discardAsk: {
      title: (count: number) => `להסיר ${edits(count)}?`,
      text: 'השירות דחה אותם והם לא יישלחו שוב. מה שהיו אמורים לבצע לא בוצע.',
      yes: 'להסיר הכול',
      no: 'להשאיר'
    },
    add: (organization: string) => `הוספה אל ${isolate(organization)}`,
    setStatus: (from: string, to: string) => `${from} ← ${to}`,
    details: (name: string) => `פרטים על ${isolate(name)}`,
    organization: (id: number) => `ארגון ${id}`,
    waitsFor: {
      creation: 'עד שהנציג ייווצר',
      earlier: 'אחרי שינוי קודם של אותו השם',
      'organization-paused': 'הארגון דוחה שינויים'
    },
    countdown: (wait: string) => `בחיפוש, נותרו ${wait}`,
    looking: 'בחיפוש',
    matchedHow: {
      'lost-reply': 'נמצא לאחר שאבדה תשובה',
      'already-there': 'כבר היה שם',
      person: 'לפי בחירתך'
    },
    id: (id: number) => `#${id}`,
    retry: 'ניסיון חוזר',
    editAndRetry: 'תיקון וניסיון חוזר…',
    discard: 'הסרה',
    history: 'היסטוריה',
    noHistory: 'אין עדיין אירועים',
    noReply: 'לא הגיעה תשובה',
    notReached: 'לא ניתן היה להגיע לשירות',
    events: {
      queued: 'השינוי נכנס לתור',
      sent: 'נשלח לשירות',
      reply: 'השירות ענה',
      verifying: 'מתבצע חיפוש ברשימה',
      matched: 'נמצא ברשימה',
      confirmed: 'התקבל בשירות',
      rejected: 'השירות דחה אותו',
      asked: 'נדרשת החלטה',
      answered: 'התקבלה החלטה',
      waiting: 'ממתין לשליחה חוזרת',
      cancelled: 'בוטל',
      superseded: 'הוחלף בשינוי מאוחר יותר'
    },
    question: {
      nameAppeared: (name: string) =>
        `מישהו הוסיף בינתיים את ${isolate(name)}. האם מדובר באותו אדם, או שנדרש נציג נוסף בשם הזה?`,
      undecided: (name: string) =>
        `התשובה לגבי ${isolate(name)} אבדה, ומהרשימה לא ניתן לדעת אם הבקשה בוצעה.`,
      listUnreliable: (id: number) =>
        `השירות הודיע שהוסיף את נציג #${id}, אבל הוא לא מופיע באף רשימה. כל עוד זה המצב, לא ניתן לדעת מהרשימה אם נציג נוסף.`,
      statusConflict: 'מישהו אחר שינה בינתיים את הסטטוס.',
      operatorMissing: (id: number) => `נציג #${id} כבר לא ברשימה. ייתכן שהוסר.`,
      saw: 'היה',
      wanted: 'הבקשה',
      now: 'כעת',
      use: (id: number) => `שימוש ב־#${id}`,
      useFound: 'שימוש באלה שנמצאו',
      addAnother: 'הוספת נציג נוסף',
      mine: (status: string) => `שינוי ל"${status}"`,
      theirs: (status: string) => `להשאיר "${status}"`,
      sendAnyway: 'לשלוח בכל זאת',
      alike: (count: number) =>
        format.plural(count, {
          one: 'להחיל את התשובה',
          two: 'אותה תשובה לשניהם',
          other: 'אותה תשובה לכל ה־{n}'
        })
    },
    duplicate: {
      title: (name: string, ids: string) => `ייתכן שיש כפילות: ${isolate(name)} ${ids}`,
      text: 'ברשימה יש נציג אחד יותר בשם הזה ממה שהוספת.',
      remove: (id: number) => `סימון #${id} כנמחק`
    },
    rename: {
      title: 'תיקון ושליחה מחדש',
      name: 'שם חדש',
      missing: 'יש להקליד שם.',
      tooLong,
      yes: 'שליחה מחדש'
    },
    receipt: {
      done: (count: number) =>
        format.plural(count, {
          one: 'נשלח שינוי אחד',
          two: 'נשלחו שני שינויים',
          other: 'נשלחו {n} שינויים'
        }),
      matched: (count: number) =>
        format.plural(count, {
          one: 'אחד נמצא לאחר שאבדה תשובה',
          two: 'שניים נמצאו לאחר שאבדה תשובה',
          other: '{n} נמצאו לאחר שאבדה תשובה'
        }),
      rejected: (count: number) =>
        format.plural(count, {
          one: 'שינוי אחד נדחה',
          two: 'שני שינויים נדחו',
          other: '{n} שינויים נדחו'
        }),
      needsYou: (count: number) =>
        format.plural(count, {
          one: 'שינוי אחד דורש החלטה',
          two: 'שני שינויים דורשים החלטה',
          other: '{n} שינויים דורשים החלטה'
        }),
      refused: (count: number) =>
        format.plural(count, {
          one: 'שינוי אחד ממתין: הארגון שלו דוחה שינויים',
          two: 'שני שינויים ממתינים: הארגון שלהם דוחה שינויים',
          other: '{n} שינויים ממתינים: הארגון שלהם דוחה שינויים'
        })
    },
    show: 'הצגה',
    undone: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד בוטל',
        two: 'שני שינויים בוטלו',
        other: '{n} שינויים בוטלו'
      }),
    undoAsk: {
      freeTitle: 'לבטל את הפעולה?',
      freeText: 'בסופו של דבר היא לא נשלחה, ולכן הביטול אינו דורש שינויים חדשים.',
      freeYes: 'ביטול הפעולה',
      title: 'לבטל את מה שכבר נשלח?',
      text: 'זה כבר יצא לדרך, ולכן דרושים שינויים חדשים כדי להחזיר את המצב:',
      unsent: (count: number) =>
        format.plural(count, {
          one: 'שינוי אחד שעדיין לא נשלח פשוט יבוטל.',
          two: 'שני שינויים שעדיין לא נשלחו פשוט יבוטלו.',
          other: '{n} שינויים שעדיין לא נשלחו פשוט יבוטלו.'
        }),
      delete: (name: string) => `${isolate(name)}: סימון כנמחק`,
      status: (name: string, status: string) => `${isolate(name)}: חזרה ל"${status}"`,
      more: (count: number) =>
        format.plural(count, { one: 'ועוד אחד', two: 'ועוד שניים', other: 'ועוד {n}' }),
      yes: (count: number) => `הכנסה לתור: ${edits(count)}`,
      no: 'להשאיר'
    },
    nothingToUndo: 'אין מה לבטל.'
  },

  add: {
    title: 'נציגים חדשים',
    names: 'שמות',
    hint: 'שם אחד בכל שורה. אפשר גם להדביק עמודה מ־Excel.',
    organization: 'ארגון',
    noOrganization: 'יש לבחור ארגון.',
    nothingFound: 'אין ארגון מתאים',
    count: (count: number) => operators(count),
    yes: 'הוספה',
    missing: 'יש להקליד שם אחד לפחות.',
    faults: (count: number) =>
      format.plural(count, {
        one: 'שורה אחת לתיקון',
        two: 'שתי שורות לתיקון',
        other: '{n} שורות לתיקון'
      }),
    moreFaults: (count: number) =>
      format.plural(count, {
        one: 'ועוד שורה אחת',
        two: 'ועוד שתי שורות',
        other: 'ועוד {n} שורות'
      }),
    duplicates: (count: number) =>
      format.plural(count, {
        one: 'שם אחד כבר קיים',
        two: 'שני שמות כבר קיימים',
        other: '{n} שמות כבר קיימים'
      }),
    duplicatesText: 'ייתכן ששני אנשים נושאים אותו שם: ההחלטה בידיך. דבר עדיין לא נכנס לתור.',
    allAlike: 'לכולם',
    found: {
      same: 'אותו שם',
      probably: 'כנראה אותו שם'
    },
    where: {
      listed: (status: string, id: number) => `${status}, #${id}`,
      queued: 'ממתין בתיבת היוצאים',
      typed: (line: number) => `גם בשורה ${line}`
    },
    choice: { skip: 'דילוג', add: 'הוספה בכל זאת', reactivate: 'הפעלה מחדש' },
    choiceFor: (name: string) => `מה לעשות עם ${isolate(name)}`,
    queued: (count: number) =>
      format.plural(count, {
        one: 'נציג אחד נכנס לתור',
        two: 'שני נציגים נכנסו לתור',
        other: '{n} נציגים נכנסו לתור'
      }),
    reactivated: (count: number) =>
      format.plural(count, {
        one: 'אחד מופעל מחדש',
        two: 'שניים מופעלים מחדש',
        other: '{n} מופעלים מחדש'
      }),
    nothingLeft: 'דבר לא נכנס לתור: יש דילוג על כל השמות.',
    draftKept: 'מה שהוקלד כאן נשמר גם אחרי הסגירה.'
  },

  correct: {
    menu: 'תיקון שם…',
    title: (name: string) => `תיקון השם של ${isolate(name)}`,
    text: 'השירות לא יכול לשנות שם. הנציג יתווסף בשם החדש, ולאחר שייווצר, הרשומה הישנה תסומן כנמחקה. הנציג יקבל מזהה חדש.',
    name: 'שם חדש',
    missing: 'יש להקליד את השם החדש.',
    unchanged: 'זה השם הנוכחי.',
    tooLong,
    exists: (status: string, id: number) =>
      `כבר קיים נציג בשם הזה (${status}, #${id}). לחיצה נוספת תוסיף עוד אחד.`,
    yes: 'תיקון',
    queued: (name: string) => `השם ${isolate(name)} יחליף את השם הישן`
  },

  remove: {
    menu: 'מחיקה…',
    title: (count: number, name: string) =>
      count === 1 ? `למחוק את ${isolate(name)}?` : `למחוק ${operators(count)}?`,
    text: (count: number) =>
      format.plural(count, {
        one: 'הנציג יקבל סטטוס "נמחק": הוא יצא מרשימת הצוות ולא יקבל עוד צ׳אטים. השירות שומר את הרשומה, והיא נכללת בסטטיסטיקה. לא בטוח שהשירות מאפשר להחזיר נציג שנמחק.',
        other:
          'הנציגים יקבלו סטטוס "נמחק": הם יצאו מרשימת הצוות ולא יקבלו עוד צ׳אטים. השירות שומר את הרשומות, והן נכללות בסטטיסטיקה. לא בטוח שהשירות מאפשר להחזיר נציגים שנמחקו.'
      }),
    instead: 'כדי לעצור מישהו לזמן מה, עדיף להעביר אותו לסטטוס "לא פעיל".',
    yes: (count: number) =>
      format.plural(count, {
        one: 'מחיקת הנציג',
        two: 'מחיקת שני נציגים',
        other: 'מחיקת {n} נציגים'
      }),
    no: 'להשאיר'
  },

  changed: {
    activated: (count: number, name: string) =>
      count === 1 ? `בהפעלה: ${isolate(name)}` : `בהפעלה: ${operators(count)}`,
    deactivated: (count: number, name: string) =>
      count === 1 ? `בהשבתה: ${isolate(name)}` : `בהשבתה: ${operators(count)}`,
    deleted: (count: number, name: string) =>
      count === 1 ? `במחיקה: ${isolate(name)}` : `במחיקה: ${operators(count)}`,
    nothing: 'אין מה לשנות: זה כבר הסטטוס.'
  },

  overview: {
    title: 'סקירה',
    total: 'סך הכול, כולל נמחקים',
    active: 'פעילים',
    inactive: 'לא פעילים',
    deleted: 'נמחקו',
    whoTakes: 'מי מקבל צ׳אט',
    chat: 'מספר הצ׳אט',
    chatHint: 'הצ׳אטים עוברים בין הנציגים הפעילים בזה אחר זה, לפי סדר הרשימה של השירות.',
    chatFault: 'יש להזין מספר שלם, 0 או יותר.',
    takes: 'יקבל אותו',
    nobody: 'אין נציגים פעילים זמינים'
  },

  operator: {
    nobody: 'אין נציג בפוקוס',
    nobodyText: 'יש לעבור אל נציג ברשימה כדי לראות מה ידוע עליו.',
    id: 'מזהה',
    noId: 'השירות עדיין לא נתן מזהה',
    copyId: 'העתקת המזהה',
    copied: 'המזהה הועתק',
    organization: 'ארגון',
    status: 'סטטוס',
    told: (status: string) => `לפי השירות: ${status}`,
    neverListed: 'השירות עדיין לא הציג את הנציג הזה.',
    unlisted: 'הנציג אינו מופיע ברשימה האחרונה.',
    chats: {
      title: 'צ׳אטים',
      statuses: ['חדשים', 'פתוחים', 'ממתינים', 'מושהים', 'סגורים'],
      count: 'ספירת הצ׳אטים',
      again: 'ספירה מחדש',
      counting: 'הצ׳אטים נספרים…',
      hint: 'נשלחת לשירות בקשה אחת לכל מצב.',
      notOffered: 'השירות אינו מוסר לאסימון הזה מידע על צ׳אטים.'
    },
    history: {
      title: 'היסטוריה',
      none: 'לא קרה דבר ב־90 הימים האחרונים.',
      note: 'שינויים שנעשו במחשב הזה וסטטוסים שנראו ברשימות, מ־90 הימים האחרונים.',
      seen: (status: string) => `נראה ברשימה: ${status}`,
      seenAt: (time: string, since: string, status: string) =>
        `${time}. לא נעשה ביישום הזה; ברשימה הקודמת (${since}): ${status}.`,
      more: 'הצגת עוד',
      show: 'הצגה בתיבת היוצאים'
    },
    imports: {
      title: 'ייבוא',
      looking: 'בבדיקה…',
      none: 'שום ייבוא במחשב הזה לא יצר או שינה את הנציג.',
      show: 'הצגה'
    }
  },
  palette: {
    title: 'לוח הפקודות',
    placeholder: 'פקודה, ארגון או נציג',
    sections: {
      command: 'פקודות',
      organization: 'ארגונים',
      operator: 'נציגים',
      view: 'תצוגות שמורות'
    },
    columns: 'עמודות',
    accounts: 'חשבונות',
    switchTo: (name: string) => `מעבר אל ${isolate(name)}`,
    nothing: 'אין תוצאה מתאימה',
    found: (count: number) =>
      format.plural(count, { one: 'תוצאה אחת', two: 'שתי תוצאות', other: '{n} תוצאות' }),
    why: {
      'import-open': 'יש לסגור קודם את הייבוא',
      'nobody-selected': 'יש לבחור קודם נציגים',
      'several-selected': 'נציג אחד בכל פעם',
      'nobody-shown': 'אין נציגים מוצגים',
      'nothing-waits': 'דבר אינו ממתין'
    }
  },
  shortcuts: {
    title: 'קיצורי מקלדת',
    close: 'סגירה',
    groups: { grid: 'ברשימת הנציגים', header: 'בכותרת של עמודה' },
    rows: {
      move: 'מעבר לפי שורה או עמוד',
      cell: 'מעבר בתוך השורה',
      ends: 'לשורה הראשונה או האחרונה',
      select: 'בחירת השורה או ביטולה',
      extend: 'הרחבת הבחירה',
      letGo: 'סגירת הפרטים, ואחר כך ביטול הבחירה',
      choose: 'בחירת השורה בלבד והצגת פרטיה',
      copy: 'העתקת הנבחרים',
      menu: 'פעולות על הנבחרים',
      sort: 'מיון',
      sortToo: 'מיון בתוך הסדר הקיים',
      resize: 'הצרה או הרחבה של העמודה',
      reorder: 'הזזת העמודה',
      columns: 'בחירת עמודות'
    }
  }
}
