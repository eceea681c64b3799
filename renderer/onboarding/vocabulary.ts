import { looseKey } from '../../shared/match-key.ts'
import type { Status } from '../../shared/operator.ts'

/** Every role, in the order in which they are offered. */
export const roles = [
  'name',
  'first',
  'middle',
  'last',
  'organization',
  'status',
  'email',
  'corrected-name',
  'corrected-organization',
  'corrected-status',
  'corrected-email',
  'skip'
] as const

/**
 * What a column holds; `skip`: nothing that an import uses. A report writes what a person corrected into columns
 * of its own, beside the original cells; where a row has such a text, it holds.
 */
export type Role = (typeof roles)[number]

/** Whether only reports have such a column. */
export function isCorrection(role: Role): boolean {
  return role.startsWith('corrected-')
}

/** Titles of columns in English, Hebrew, Ukrainian and Russian, between bars. Teams and departments are not organizations. */
const titles: Readonly<Record<Role, readonly string[]>> = {
  name: [
    'name|names|full name|fullname|operator|operators|operator name|agent',
    'agent name|employee|employee name|display name|person|user|user name|username',
    'member|team member|contact name|staff|worker|nickname',
    'שם|שמות|שם מלא|נציג|נציגים|שם נציג|שם הנציג|שם המפעיל|שם מפעיל|מפעיל',
    'מפעילים|עובד|שם עובד|שם העובד|שם תצוגה|משתמש|שם משתמש',
    "ім'я та прізвище|прізвище та ім'я|прізвище, ім'я|піб|п.і.б.|оператор|оператори",
    "ім'я оператора|повне ім'я|співробітник|працівник|користувач|агент|імена",
    "прізвище, ім'я, по батькові|прізвище ім'я по батькові|прізвище ім'я|ім'я прізвище",
    'фио|ф.и.о.|фамилия имя|имя фамилия|фамилия и имя|имя и фамилия|полное имя',
    'фамилия имя отчество|имя оператора|сотрудник|работник|пользователь|операторы'
  ],
  first: ['first|first name|firstname|given name|forename|שם פרטי|פרטי', "ім'я|имя"],
  middle: ['middle', 'middle name', 'patronymic', 'שם אמצעי', 'по батькові', 'отчество'],
  last: [
    'last|last name|lastname|surname|family name|family|second name',
    'שם משפחה|משפחה|прізвище|фамилия'
  ],
  organization: [
    'organization|organisation|org|organization name|organisation name|organization id',
    'organisation id|organizationid|organizationname|org id|orgid|company|company name',
    'ארגון|שם ארגון|שם הארגון|מזהה ארגון|מזהה הארגון|חברה|שם החברה',
    'організація|назва організації|id організації|ід організації|компанія',
    'организация|название организации|id организации|ид организации|компания'
  ],
  status: ['status|state|operator status|סטטוס|מצב|סטאטוס|статус|стан|состояние'],
  email: [
    'email|e mail|mail|email address|e mail address|work email|אימייל|דואל',
    'דוא"ל|מייל|דואר אלקטרוני|כתובת מייל|כתובת דוא"ל|пошта|ел. пошта|е пошта',
    'електронна пошта|електронна адреса|почта|эл. почта|электронная почта|имейл|емейл'
  ],
  'corrected-name': ["corrected name|שם מתוקן|виправлене ім'я|исправленное имя"],
  'corrected-organization': [
    'corrected organization|ארגון מתוקן|виправлена організація|исправленная организация'
  ],
  'corrected-status': ['corrected status|סטטוס מתוקן|виправлений статус|исправленный статус'],
  'corrected-email': [
    'corrected e mail|דוא"ל מתוקן|виправлена електронна пошта|исправленная почта'
  ],
  skip: [
    'id|operator id|no|nr|number|phone|telephone|mobile|team|department|dept|group',
    'title|position|job title|manager|notes|comment|comments|city|address|date',
    'start date|birthday|date of birth|gender|shift|location|result|details',
    'מספר|מס|תז|ת"ז|טלפון|נייד|צוות|מחלקה|תפקיד|הערות|כתובת|עיר',
    'תאריך|קבוצה|מזהה|תוצאה|פרטים|№|№ з/п|№ п/п|номер|телефон|мобільний',
    'команда|відділ|посада|примітки|примітка|місто|адреса|дата|група|результат',
    'подробиці|отдел|должность|примечания|примечание|город|адрес|группа|ид|ід'
  ]
}

const statusWords: Readonly<Record<Status, readonly string[]>> = {
  0: [
    '0|active|activated|enabled|enable|on|working|current|פעיל|פעילה|פעילים',
    'מופעל|עובד|активний|активна|активно|активні|діючий|працює|увімкнено',
    'активный|активная|активен|активна|активные|действующий|работает|включен'
  ],
  1: [
    '1|inactive|not active|disabled|disable|off|suspended|deactivated|paused',
    'לא פעיל|לא פעילה|לא פעילים|מושבת|מושבתת|מושעה|כבוי|неактивний|неактивна',
    'неактивно|не активний|не активна|вимкнено|призупинено|неактивный|неактивная',
    'неактивен|не активен|не активный|отключен|выключен|приостановлен'
  ],
  2: [
    '2|deleted|delete|removed|remove|left|terminated|נמחק|נמחקה|מחוק|מחוקה',
    'הוסר|עזב|עזבה|видалений|видалена|видалено|видалити|звільнений|звільнена',
    'удален|удалён|удалена|удаленный|удалено|удалить|уволен|уволена'
  ]
}

/** Titles of columns that ask whether somebody is active. */
const activeTitles = [
  'active|is active|enabled|is enabled|פעיל|פעילה|פעילים|האם פעיל|האם פעילה|מופעל',
  'активний|активна|активно|активність|чи активний|діючий|працює|увімкнено',
  'активный|активная|активен|активно|активность|действующий|работает|включен|включено'
]

/** What such columns hold: yes for 0, which is active, and no for 1. */
const flagWords: Readonly<Record<0 | 1, readonly string[]>> = {
  0: ['yes|y|true|כן|נכון|так|істина|да|истина|+|v|✓|✔|☑|✅'],
  1: ['no|n|false|לא|לא נכון|ні|хибність|неправда|нет|ложь|✗|✘|❌']
}

/** How titles and status words are compared: folded, punctuation as blanks. */
function wordKey(text: string): string {
  return looseKey(looseKey(text).replace(/[*:()[\]._/\\,"-]+/gu, ' '))
}

function indexed<T>(entries: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap(([value, lines]) =>
      lines.flatMap((line) => line.split('|').map((word) => [wordKey(word), value] as const))
    )
  )
}

const roleByTitle = indexed(roles.map((role) => [role, titles[role]] as const))
const statusByWord = indexed(
  ([0, 1, 2] as const).map((status) => [status, statusWords[status]] as const)
)

const statusByFlag = indexed(
  ([0, 1] as const).map((status) => [status, flagWords[status]] as const)
)
const asking = indexed([[true, activeTitles]])
/** A title may say what its cells hold: "Active (yes/no)". */
const answers = ['yes no', 'y n', 'true false', '1 0', '0 1', 'כן לא', 'так ні', 'да нет'].map(
  (both) => ` ${wordKey(both)}`
)

const totals = indexed([
  [
    true,
    [
      'total|totals|grand total|sum|סה"כ|סהכ|סך הכל|סך הכול|סיכום',
      'всього|усього|разом|підсумок|загалом|итого|всего|итог|сумма|сума'
    ]
  ]
])

/** Whether a cell begins the row of a total: its word, with or without the number. */
export function isTotal(cell: string): boolean {
  if (cell.length > 40) return false
  return totals.has(wordKey(wordKey(cell).replace(/(?: [\d\s']+)$/u, '')))
}

/** What a column of that title holds; `null` for a title that says nothing. */
export function roleOfTitle(title: string): Role | null {
  return title.length > 60 ? null : (roleByTitle.get(wordKey(title)) ?? null)
}

/** The status that a cell names, in any of the four languages or as the service's number; else `null`. */
export function statusOfWord(word: string): Status | null {
  return word.length > 40 ? null : (statusByWord.get(wordKey(word)) ?? null)
}

/** Whether a column of that title asks whether somebody is active. Its title may be a status, too: its cells tell. */
export function asksActive(title: string): boolean {
  if (title.length > 60) return false
  const key = wordKey(title.replaceAll('?', ' '))
  const added = answers.find((each) => key.endsWith(each)) ?? ''
  return asking.has(key.slice(0, key.length - added.length))
}

/** The status that a plain yes or no means, in any of the four languages; else `null`. */
export function statusOfYesNo(word: string): Status | null {
  return word.length > 40 ? null : (statusByFlag.get(wordKey(word)) ?? null)
}

/** The status that a cell names where the column asks whether somebody is active: there 1 is yes, and 0 is no. */
export function statusOfFlag(word: string): Status | null {
  const plain = word.trim()
  if (/^\d+$/u.test(plain)) return plain === '1' ? 0 : plain === '0' ? 1 : null
  return statusOfYesNo(word) ?? statusOfWord(word)
}
