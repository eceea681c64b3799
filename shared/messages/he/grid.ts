import type { Messages } from '../messages.ts'
import { isolate } from '../format.ts'
import { format } from './format.ts'

const operators = (count: number) =>
  format.plural(count, { one: 'נציג אחד', two: 'שני נציגים', other: '{n} נציגים' })

/** Operators: the grid, its toolbar, its row menus. */
export const grid: Messages['grid'] = {
  operators: 'נציגים',
  organizations: 'ארגונים',
  allOrganizations: 'כל הארגונים',
  organizationNumber: (id: number) => `ארגון ${id}`,
  searchOrganizations: 'חיפוש ארגון',
  noOrganizationNamed: 'אין ארגון בשם או במספר הזה.',
  noOrganizations: 'אין ארגונים',
  noOrganizationsText: 'האסימון לא רואה אף ארגון. יש לבקש אסימון מתאים ולהתחבר מחדש.',
  loadingOrganizations: 'הארגונים נטענים…',

  columns: {
    name: 'שם',
    id: 'מזהה',
    status: 'סטטוס',
    organization: 'ארגון',
    edit: 'שינויים'
  },
  column: {
    menu: (what: string) => `העמודה ${what}`,
    ascending: 'מיון בסדר עולה',
    descending: 'מיון בסדר יורד',
    then: 'ואחר כך מיון גם לפי עמודה זו',
    unsorted: 'ללא מיון לפי עמודה זו',
    sortedAs: (index: number) => `שלב ${index} במיון`,
    fit: 'התאמת הרוחב לתוכן',
    wider: 'הרחבה',
    narrower: 'הצרה',
    automatic: 'רוחב אוטומטי',
    toStart: 'הזזה ימינה',
    toEnd: 'הזזה שמאלה',
    hide: 'הסתרת העמודה',
    reset: 'איפוס העמודות',
    showNamed: (what: string) => `הצגת העמודה ${what}`,
    hideNamed: (what: string) => `הסתרת העמודה ${what}`,
    sortNamed: (what: string) => `מיון לפי ${what}`
  },
  noId: '—',
  unlisted: 'כבר לא ברשימה',

  search: 'חיפוש נציגים',
  filter: 'סינון לפי סטטוס',
  filters: {
    title: 'מסננים נוספים',
    waiting: 'ממתינים',
    'needs-you': 'דורשים טיפול',
    'last-import': 'הייבוא האחרון',
    new: 'חדשים',
    'new-visit': 'חדשים מאז הביקור הקודם',
    'new-today': 'חדשים היום',
    'new-week': 'חדשים ב־7 הימים האחרונים',
    'new-date': 'מאז תאריך…',
    sinceTitle: 'חדשים מאז תאריך',
    day: 'יום',
    show: 'הצגה',
    newSince: (time: string) => `חדשים מאז ${time}`,
    noDate: 'יש לבחור יום.',
    future: 'היום הזה עוד לא הגיע.',
    tooEarly: (time: string) => `לפי הרשימות שנראו במחשב הזה אפשר לדעת זאת רק החל מ־${time}.`,
    everyone: 'חדשים וותיקים',
    hint: 'לפי הרשימות שנראו במחשב הזה'
  },
  activate: 'הפעלה',
  deactivate: 'השבתה',
  delete: 'מחיקה',
  refresh: 'רענון',
  add: 'הוספת נציגים',
  import: 'ייבוא…',
  bulk: 'שינוי הנבחרים',
  selected: (count: number) =>
    format.plural(count, { one: 'נבחר אחד', two: 'נבחרו שניים', other: 'נבחרו {n}' }),
  willChange: (count: number, total: number) => {
    const of = format.plural(total, { one: 'אחד', two: 'שניים', other: '{n}' })
    return format.plural(count, {
      one: `אחד מתוך ${of} ישתנה`,
      two: `שניים מתוך ${of} ישתנו`,
      other: `{n} מתוך ${of} ישתנו`
    })
  },
  shown: (count: number) => operators(count),
  similar: 'דומה',
  shownSimilar: (count: number) =>
    format.plural(count, { one: 'אחד דומה', two: 'שניים דומים', other: '{n} דומים' }),
  asOf: (time: string) => `נכון ל־${time}`,
  asOfFailed: (time: string) => `נכון ל־${time}; הרענון נכשל`,
  refreshing: 'מתבצע רענון…',
  neverListed: 'טרם נטען',
  lists: {
    refreshing: (index: number, total: number) =>
      `רענון ${format.number(index)} מתוך ${format.number(total)}`,
    missing: (count: number) =>
      format.plural(count, {
        one: 'ארגון אחד טרם נטען',
        two: 'שני ארגונים טרם נטענו',
        other: '{n} ארגונים טרם נטענו'
      }),
    failed: (count: number) =>
      format.plural(count, {
        one: 'רענון ארגון אחד נכשל',
        two: 'רענון שני ארגונים נכשל',
        other: 'רענון {n} ארגונים נכשל'
      })
  },

  savedViews: {
    title: 'תצוגות',
    everyone: 'כולם',
    save: 'שמירת התצוגה…',
    update: (name: string) => `עדכון ${isolate(name)}`,
    saveTitle: 'שמירת התצוגה',
    rename: 'שינוי שם…',
    renameTitle: 'שינוי שם התצוגה',
    start: 'פתיחה בתצוגה זו',
    remove: 'מחיקת התצוגה',
    removed: (name: string) => `התצוגה ${isolate(name)} נמחקה`,
    name: 'שם התצוגה',
    hint: 'נשמרים החיפוש, המסננים, המיון והעמודות.',
    keep: 'שמירה',
    faults: {
      empty: 'צריך לתת שם לתצוגה.',
      taken: 'כבר יש תצוגה בשם הזה.',
      full: 'יש יותר מדי תצוגות. יש למחוק אחת קודם.'
    }
  },

  export: {
    title: 'ייצוא',
    list: (count: number, what: string) => `הרשימה: ${operators(count)} כקובץ ${what}…`,
    selection: (count: number, what: string) => `הבחירה: ${operators(count)} כקובץ ${what}…`,
    kinds: { csv: 'CSV', xlsx: 'Excel' },
    fileName: 'נציגים',
    saved: (name: string, count: number) =>
      format.plural(count, {
        one: `נציג אחד נשמר בקובץ ${isolate(name)}`,
        two: `שני נציגים נשמרו בקובץ ${isolate(name)}`,
        other: `{n} נציגים נשמרו בקובץ ${isolate(name)}`
      })
  },

  empty: {
    noOrganization: 'יש לבחור ארגון',
    loading: 'הנציגים נטענים…',
    failed: 'עדיין אין נציגים להצגה',
    tryAgain: 'ניסיון נוסף',
    nobody: 'אין נציגים בארגון הזה',
    nobodyAtAll: 'אין נציגים באף ארגון',
    nobodyText:
      'אם זה מפתיע: האם מזהה הארגון נכון? האם הארגון קיים ויש בו נציגים? האם לאסימון יש הרשאה לראות אותו?',
    onlyDeletedFound: (count: number) =>
      format.plural(count, {
        one: 'רק נציג אחד שנמחק מתאים',
        two: 'רק שני נציגים שנמחקו מתאימים',
        other: 'רק {n} נציגים שנמחקו מתאימים'
      }),
    onlyDeleted: (count: number) =>
      format.plural(count, {
        one: 'הנציג היחיד נמחק',
        two: 'שני הנציגים נמחקו',
        other: 'כל {n} הנציגים נמחקו'
      }),
    showDeleted: 'הצגת נציגים שנמחקו',
    noMatch: 'לא נמצאו נציגים מתאימים',
    noMatchText: 'אין נציג בשם או במזהה הזה בסטטוס שנבחר.',
    showAll: 'ניקוי החיפוש והסינון'
  }
}
