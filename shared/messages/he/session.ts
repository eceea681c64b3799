import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

/** Signing in, accounts, being online, settings. */
export const session: Messages['session'] = {
  product: 'Switchboard',
  welcome: 'ברוכים הבאים ל־Switchboard',
  purpose: 'ניהול נציגי הצ׳אט של ארגוני ChatHub, גם כשהרשת מושבתת.',
  renewTitle: 'חידוש הגישה',
  renewPurpose: 'הכתובת נשארת כפי שהיא. השינויים הממתינים יישלחו לאחר מכן.',
  addTitle: 'חשבון נוסף',
  otherAccount: 'שימוש בחשבון אחר',
  openOffline: 'פתיחה במצב לא מקוון',
  storedAccounts: 'פתיחת חשבון השמור במחשב הזה',

  serverAddress: 'כתובת השרת',
  companyToken: 'אסימון חברה',
  companyTokenHint: 'נשמר בצרור המפתחות של המחשב, לעולם לא בקובץ.',
  dashboardKey: 'מפתח מלוח הבקרה',
  dashboardKeyHint: 'יש להפעיל עבור מפתח שהועתק מלוח הבקרה של הספק.',
  or: 'או',
  login: 'שם משתמש',
  password: 'סיסמה',
  exchangedHint: 'מוחלפים באסימון פעם אחת ולא נשמרים.',
  organizationIds: 'מזהי ארגונים',
  organizationIdsHint: 'השרת הזה לא מציג אותם: יש להקליד את המזהים, מופרדים בפסיקים, כגון 24, 31.',
  connect: 'התחברות',
  trySandbox: 'כניסה לסביבת התרגול',
  sandboxHint: 'שירות לתרגול במחשב הזה. אין צורך בחשבון, ודבר לא נשלח החוצה.',
  back: 'חזרה',

  missing: {
    server: 'יש להקליד את כתובת השרת.',
    credentials: 'יש למלא אסימון חברה, או שם משתמש וסיסמה.',
    both: 'אחד מהשניים: יש לנקות את השדה הזה, או את שם המשתמש והסיסמה.',
    login: 'יש להקליד שם משתמש.',
    password: 'יש להקליד סיסמה.',
    organizationIds: 'יש להקליד מזהה אחד לפחות, כגון 24.'
  },
  offlineFirst: {
    what: 'לא ניתן להגיע לשרת.',
    means: 'בפעם הראשונה נדרש השרת; לאחר מכן אפשר לעבוד גם במצב לא מקוון.',
    todo: 'יש לבדוק את הרשת ואת הכתובת וללחוץ שוב. סביבת התרגול פועלת גם ללא רשת.'
  },
  unseen: {
    title: 'האסימון הזה לא רואה הכול',
    text: (names: readonly string[], edits: number) =>
      `${format.plural(edits, {
        one: 'שינוי אחד שטרם נשלח שייך',
        two: 'שני שינויים שטרם נשלחו שייכים',
        other: '{n} שינויים שטרם נשלחו שייכים'
      })} לארגונים שהאסימון החדש לא רואה: ${format.list(names.map(isolate))}. הם ימתינו שם עד שישמש אסימון שרואה אותם.`,
    goOn: 'להשתמש בו בכל זאת',
    cancel: 'אסימון אחר'
  },

  accounts: 'חשבונות',
  accountMenu: (name: string) => `חשבון: ${isolate(name)}`,
  addAccount: 'הוספת חשבון…',
  signOut: 'התנתקות…',
  settings: 'הגדרות…',
  sandboxName: 'סביבת תרגול',
  openSandbox: 'פתיחת סביבת התרגול',
  training: 'מצב תרגול',
  trainingText: 'כל מה שנעשה כאן קורה בשירות תרגול במחשב הזה.',
  simulateOutage: 'הדמיית נתק',
  endOutage: 'סיום הנתק',
  reset: 'איפוס',
  resetData: 'איפוס נתוני התרגול',
  resetAsk: {
    title: 'להתחיל את סביבת התרגול מחדש?',
    text: 'הנציגים שבה, השינויים וההיסטוריה שלהם יחזרו לנקודת ההתחלה. שאר החשבונות לא יושפעו.',
    yes: 'להתחיל מחדש',
    no: 'להשאיר'
  },
  resetDone: 'סביבת התרגול חזרה לנקודת ההתחלה.',

  tokenRefused: 'השירות כבר לא מקבל את האסימון.',
  tokenRefusedText: 'דבר לא יישלח עד לחידוש. אפשר להמשיך לעבוד: השינויים נשמרים.',
  signedOut: 'החשבון הזה מנותק.',
  signedOutText: 'מוצג מה ששמור במחשב הזה. השינויים נשמרים ויישלחו לאחר התחברות.',
  signIn: 'התחברות',
  noKeychain: 'לא ניתן להשתמש בצרור המפתחות של המחשב.',
  keychainLocked: 'צרור המפתחות של המחשב נעול.',
  noKeychainText: 'האסימון נשמר בזיכרון בלבד: אחרי יציאה מ־Switchboard יהיה צורך להזין אותו שוב.',
  understood: 'הבנתי',
  opening: 'בפתיחה…',

  out: {
    title: (name: string) => `להתנתק מהחשבון ${isolate(name)}?`,
    text: 'האסימון יוסר מהמחשב הזה.',
    unsent: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד שטרם נשלח נשמר, ויישלח לאחר התחברות מחדש לחשבון הזה.',
        two: 'שני שינויים שטרם נשלחו נשמרים, ויישלחו לאחר התחברות מחדש לחשבון הזה.',
        other: '{n} שינויים שטרם נשלחו נשמרים, ויישלחו לאחר התחברות מחדש לחשבון הזה.'
      }),
    wipe: 'להסיר גם את כל מה ששמור מהחשבון הזה',
    wipeHint:
      'רשימות הנציגים, הטיוטות, הייבואים על הקבצים שלהם וההיסטוריה. דבר מכל אלה אינו מוצפן. שינויים שטרם נשלחו יישמרו, וכך גם הייבואים שמהם הגיעו.',
    notWiped: 'לא כל מה ששמור מהחשבון הזה הוסר. יש להתחבר שוב, להתנתק ולבקש שוב את ההסרה.',
    yes: 'התנתקות',
    no: 'להישאר'
  },

  connection: {
    region: 'חיבור',
    unknown: 'החיבור נבדק…',
    online: 'מקוון',
    offline: (since: string) => `לא מקוון מאז ${since}`,
    nextTry: (wait: string) => `ניסיון נוסף בעוד ${wait}`,
    tryNow: 'לנסות עכשיו',
    sending: (done: number, total: number) =>
      `בשליחה: ${format.number(done)} מתוך ${format.number(total)}`,
    left: (time: string) => `נותרו כ־${time}`,
    verifying: (wait: string) => `מוודאים שאין כפילויות: ${wait}`,
    paused: {
      offline: (waiting: string) => `${waiting} עד שהשירות יענה`,
      'signed-out': (waiting: string) => `${waiting} להתחברות`,
      person: (waiting: string) => `השליחה הושהתה ידנית, ${waiting}`,
      quitting: (waiting: string) => `היישום נסגר, ${waiting} להפעלה הבאה`,
      'rate-limited': (waiting: string, wait: string) =>
        `השירות ביקש להאט, ${waiting}; המשך בעוד ${wait}`,
      refused: (waiting: string, wait: string) =>
        `הארגון דוחה שינויים, ${waiting}; ניסיון נוסף בעוד ${wait}`,
      storage: (waiting: string) => `השליחה נעצרה, ${waiting}: השמירה נכשלת`
    },
    waiting: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד ממתין',
        two: 'שני שינויים ממתינים',
        other: '{n} שינויים ממתינים'
      }),
    needsYou: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד דורש החלטה',
        two: 'שני שינויים דורשים החלטה',
        other: '{n} שינויים דורשים החלטה'
      }),
    rejected: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד נדחה',
        two: 'שני שינויים נדחו',
        other: '{n} שינויים נדחו'
      }),
    opening: 'השינויים הממתינים נקראים…',
    saved: 'כל השינויים נשלחו',
    asOf: (ago: string) => `הרשימה עודכנה ${ago}`
  },

  preferences: {
    title: 'הגדרות',
    language: 'שפה',
    languages: { system: 'לפי המערכת', en: 'English', he: 'עברית', uk: 'Українська' },
    theme: 'מראה',
    themes: { system: 'לפי המערכת', light: 'בהיר', dark: 'כהה' },
    density: 'שורות',
    densities: { compact: 'צפופות', comfortable: 'מרווחות' },
    pace: 'בקשות בשנייה',
    paceHint: 'בין 0.1 ל־50. בתיעוד השירות מומלץ על 5; קצב מעל 50 נדחה על ידו.',
    paceFault: 'יש להזין מספר בין 0.1 ל־50.',
    settle: 'זמן בדיקה, בשניות',
    settleHint:
      'אם אבדה תשובה, הרשימה נבדקת במשך הזמן הזה לפני שליחה חוזרת. זמן ארוך יותר בטוח יותר; 60 שניות ארוכות מהבקשה הארוכה ביותר של השירות.',
    settleFault: 'יש להזין מספר שניות, 0 או יותר.',
    localData: 'נתונים מקומיים',
    localDataText: 'רשימות הנציגים נשמרות במחשב הזה, ללא הצפנה, כדי לאפשר עבודה במצב לא מקוון.',
    clear: 'ניקוי הנתונים המקומיים…',
    clearAsk: {
      title: 'לנקות את הרשימות השמורות?',
      text: 'רשימות החשבון הזה יוסרו מהמחשב וייטענו מחדש. שינויים שטרם נשלחו יישארו.',
      yes: 'ניקוי',
      no: 'להשאיר'
    },
    cleared: 'הרשימות השמורות הוסרו.',
    managed: 'נקבע על ידי מנהל המערכת',
    damaged: 'לא ניתן היה לקרוא את קובץ ההגדרות.',
    damagedText: 'הקובץ הועבר הצידה והוחלו ההגדרות האחרונות שניתן היה לקרוא. השינויים לא הושפעו.',
    versions: (app: string, electron: string, chromium: string) =>
      `Switchboard ${app}, Electron ${electron}, Chromium ${chromium}`,
    log: 'פתיחת תיקיית היומן',
    done: 'סיום'
  }
}
