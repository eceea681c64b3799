import type { Messages } from '../messages.ts'
import { format } from './format.ts'

/**
 * The native frame: menu, notifications, dialogs of the system. A sentence begins with a Hebrew word, since
 * the system takes its direction from there.
 */
export const frame: Messages['frame'] = {
  menu: {
    file: '&קובץ',
    edit: '&עריכה',
    redo: 'ביצוע חוזר',
    cut: 'גזירה',
    copy: 'העתקה',
    paste: 'הדבקה',
    operators: '&נציגים',
    view: '&תצוגה',
    outbox: 'תיבת ה&יוצאים',
    export: 'ייצוא',
    appearance: 'מראה',
    reload: 'טעינה מחדש',
    developerTools: 'כלי פיתוח',
    window: '&חלון',
    minimize: 'מזעור',
    bringAllToFront: 'הבאת הכול לחזית',
    services: 'שירותים',
    hide: 'הסתרת Switchboard',
    hideOthers: 'הסתרת האחרים',
    showAll: 'הצגת הכול',
    help: 'ע&זרה',
    commands: {
      'add-operators': 'הוספת נציגים…',
      import: 'ייבוא…',
      'export-list': 'ייצוא הרשימה כ־CSV…',
      'export-list-workbook': 'ייצוא הרשימה כ־Excel…',
      'export-selection': 'ייצוא הנבחרים כ־CSV…',
      'export-selection-workbook': 'ייצוא הנבחרים כ־Excel…',
      'switch-account': 'החלפת חשבון…',
      'sign-out': 'התנתקות…',
      'show-settings': 'הגדרות…',
      quit: 'יציאה',
      undo: 'ביטול פעולה',
      'select-all': 'בחירת הכול',
      find: 'חיפוש…',
      'clear-filter': 'ניקוי החיפוש והסינון',
      'show-details': 'פרטים',
      activate: 'הפעלה',
      deactivate: 'השבתה',
      'correct-name': 'תיקון שם…',
      delete: 'מחיקה…',
      'show-palette': 'לוח הפקודות…',
      refresh: 'רענון',
      'show-overview': 'הצגה או הסתרה של הסקירה',
      'use-light': 'צבעים בהירים',
      'use-dark': 'צבעים כהים',
      'use-system-look': 'צבעי המערכת',
      'compact-rows': 'שורות צפופות',
      'comfortable-rows': 'שורות מרווחות',
      'zoom-in': 'הגדלה',
      'zoom-out': 'הקטנה',
      'actual-size': 'גודל רגיל',
      'full-screen': 'מסך מלא',
      'show-outbox': 'הצגה או הסתרה של תיבת היוצאים',
      'send-now': 'שליחה עכשיו',
      'pause-sending': 'השהיית השליחה',
      'resume-sending': 'חידוש השליחה',
      'show-shortcuts': 'קיצורי מקלדת',
      documentation: 'התיעוד של ChatHub',
      'log-folder': 'פתיחת תיקיית היומן',
      about: 'אודות Switchboard'
    }
  },
  about: {
    credits: 'ניהול נציגי הצ׳אט של ארגוני ChatHub.',
    runtime: (electron: string, chromium: string, node: string) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node}`
  },
  quitting: {
    title: 'היישום Switchboard נסגר',
    queued: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד נשאר בתור. הוא יישלח בהפעלה הבאה.',
        two: 'שני שינויים נשארו בתור. הם יישלחו בהפעלה הבאה.',
        other: 'נשארו {n} שינויים בתור. הם יישלחו בהפעלה הבאה.'
      }),
    asking: (count: number) =>
      format.plural(count, {
        one: 'שינוי אחד דורש החלטה. הוא נשמר עד שתתקבל.',
        two: 'שני שינויים דורשים החלטה. הם נשמרים עד שתתקבל.',
        other: '{n} שינויים דורשים החלטה. הם נשמרים עד שתתקבל.'
      })
  },
  stillSending: {
    title: 'השליחה עדיין נמשכת',
    text: 'החלון נסגר; היישום ייסגר מעצמו לאחר שהכול יישלח.'
  },
  badge: (count: number) =>
    format.plural(count, {
      one: 'שינוי אחד ממתין',
      two: 'שני שינויים ממתינים',
      other: '{n} שינויים ממתינים'
    }),
  saveTitle: 'שמירה בשם',
  crash: {
    title: 'החלון הפסיק לפעול',
    text: 'הוא נעצר פעמיים ברצף. דבר ממה שבתור לא אבד.',
    detail:
      'אפשר לפתוח אותו שוב, או לצאת ולהפעיל את Switchboard מאוחר יותר. מה שידוע על התקלה נמצא בתיקיית היומן.',
    openAgain: 'פתיחה מחדש',
    openLogs: 'פתיחת תיקיית היומן',
    quit: 'יציאה'
  }
}
