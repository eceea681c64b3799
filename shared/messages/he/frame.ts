import type { Messages } from '../messages.ts'
import { format } from './format.ts'

/**
 * The native frame: menu, notifications, dialogs of the system. A sentence begins with a Hebrew word, since
 * the system takes its direction from there.
 */
export const frame: Messages['frame'] = {
  menu: {
    file: '&קובץ',
    addOperators: 'הוספת נציגים…',
    import: 'ייבוא…',
    switchAccount: 'החלפת חשבון…',
    signOut: 'התנתקות…',
    settings: 'הגדרות…',
    quit: 'יציאה',
    edit: '&עריכה',
    undo: 'ביטול פעולה',
    redo: 'ביצוע חוזר',
    cut: 'גזירה',
    copy: 'העתקה',
    paste: 'הדבקה',
    selectAll: 'בחירת הכול',
    find: 'חיפוש…',
    operators: '&נציגים',
    activate: 'הפעלה',
    deactivate: 'השבתה',
    delete: 'מחיקה…',
    correctName: 'תיקון שם…',
    view: '&תצוגה',
    refresh: 'רענון',
    outbox: 'תיבת היוצאים',
    zoomIn: 'הגדלה',
    zoomOut: 'הקטנה',
    actualSize: 'גודל רגיל',
    fullScreen: 'מסך מלא',
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
    shortcuts: 'קיצורי מקלדת',
    documentation: 'התיעוד של ChatHub',
    logFolder: 'פתיחת תיקיית היומן',
    about: 'אודות Switchboard'
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
