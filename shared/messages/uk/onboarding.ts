import type { UndoCounts } from '../en/onboarding.ts'
import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

const rows = (count: number) =>
  format.plural(count, {
    one: '{n} рядок',
    few: '{n} рядки',
    many: '{n} рядків',
    other: '{n} рядка'
  })

/** Parts of a sentence as one; what is said where there is none. */
const listed = (parts: readonly string[]) =>
  parts.length === 0 ? 'нічого не зміниться' : format.list(parts)

/** Importing a list of people: intake, reading, columns, plan, report, undo. */
export const onboarding: Messages['onboarding'] = {
  region: 'Імпорт',
  apply: 'Виконати',
  cancel: 'Скасувати',
  undo: 'Скасувати імпорт',
  saveReport: 'Зберегти звіт',
  importFile: 'Файл для імпорту',
  signedOut: 'Спершу ввійдіть, потім перетягніть список знову.',
  nothingToDo: 'У цьому плані немає чого виконувати.',
  saved: (name: string) => `Збережено як ${isolate(name)}`,
  notSaved: 'Не вдалося зберегти файл. Виберіть іншу папку.',
  encoding: 'Кодування',
  delimiter: 'Роздільник',
  organization: 'Організація',
  header: 'Перший рядок — заголовок',
  sheet: 'Аркуш',
  noMatch: 'Такого варіанта немає',
  start: {
    title: 'Імпорт списку',
    close: 'Закрити імпорт',
    drop: 'Перетягніть список сюди або будь-куди у вікно',
    dropHover: 'Відпустіть, щоб прочитати список',
    plan: 'Спершу ви побачите, що буде зроблено. До того нічого не надсилається.',
    choose: 'Вибрати файл…',
    typed: 'Або введіть чи вставте його',
    typedHint: 'Одне ім’я в рядку або рядки, скопійовані з таблиці.',
    read: 'Прочитати цей список',
    template: 'Зберегти шаблон',
    templateText: 'Файл для заповнення зі зрозумілими стовпцями.',
    csv: 'Файл CSV',
    xlsx: 'Книга Excel (.xlsx)'
  },
  history: {
    title: 'Попередні імпорти',
    empty: 'Ще нічого не імпортовано.',
    show: 'Показати',
    pasted: 'Вставлений список',
    typed: 'Введений список',
    by: (login: string) => `користувач ${isolate(login)}`,
    byToken: 'вхід за токеном',
    done: 'Завершено',
    details: 'Подробиці',
    checksum: 'SHA-256',
    missing: 'усі, кого немає у файлі, стають неактивними',
    choices: 'Прочитано як',
    answers: (count: number) =>
      format.plural(count, {
        one: '{n} рішення',
        few: '{n} рішення',
        many: '{n} рішень',
        other: '{n} рішення'
      }),
    mends: (count: number) => `виправлено ${rows(count)}`,
    phases: {
      planned: 'Не розпочато',
      applying: 'Виконується',
      applied: 'Виконано',
      undoing: 'Повертається назад',
      undone: 'Повернуто назад',
      cancelled: 'Скасовано'
    }
  },
  kept: {
    waiting: (count: number) =>
      format.plural(count, {
        one: '{n} список ще не виконано',
        few: '{n} списки ще не виконано',
        many: '{n} списків ще не виконано',
        other: '{n} списку ще не виконано'
      }),
    takeUp: 'Продовжити з того самого місця',
    discard: 'Відкинути',
    unkept: 'Цей список не вдалося зберегти на комп’ютері: виконайте його, перш ніж закрити вікно.'
  },
  draft: {
    reading: (percent: number) => `Читання: ${format.number(percent)} %`,
    above: (count: number) =>
      format.plural(count, {
        one: '{n} рядок над заголовками вилучено',
        few: '{n} рядки над заголовками вилучено',
        many: '{n} рядків над заголовками вилучено',
        other: '{n} рядка над заголовками вилучено'
      }),
    rows,
    place: (index: number, count: number) =>
      `Файл ${format.number(index)} з ${format.number(count)}`,
    columns: 'Що в стовпцях',
    column: (number: number) => `Стовпець ${format.number(number)}:`,
    wanted: 'Усі зі списку отримають статус',
    plan: 'План',
    onlyProblems: 'Лише проблеми',
    notes: (count: number) => `Примітки ${format.number(count)}`,
    comparedAt: (time: string) => `порівняно зі списком станом на ${time}`,
    notCompared: (organization: string) =>
      `Списку ${isolate(organization)} ще немає, тож невідомо, хто там уже є.`,
    missingYes: 'Файл повний',
    missingNo: 'Залишити їх',
    savePlan: 'Зберегти план',
    forget: 'Забути мої рішення',
    noRows: 'Таких рядків немає.',
    choose: 'Вибрати інший файл…'
  },
  rows: {
    label: 'Рядки плану',
    line: 'Рядок',
    what: 'План',
    remark: 'Примітка',
    decide: 'Вирішити…',
    decideRow: (line: number) => `Рядок ${format.number(line)}: вирішити`,
    correct: (line: number, field: string) => `Рядок ${format.number(line)}, ${field}`,
    empty: 'порожньо',
    then: (status: string) => `потім ${status}`,
    now: (status: string, id: number) => `зараз ${status}, #${id}`,
    similar: (name: string) => `Схоже на ${isolate(name)}`,
    cleanedFrom: (text: string, what: string) => `Було «${isolate(text)}»: ${what}`,
    email: (text: string) => `«${isolate(text)}» — не адреса електронної пошти`,
    lines: 'Ім’я займає кілька рядків'
  },
  verdicts: {
    add: 'Додати',
    reactivate: 'Активувати',
    setInactive: 'Деактивувати',
    delete: 'Видалити',
    skip: 'Пропустити',
    ask: 'Запитати',
    errors: 'Помилка',
    leftOut: 'Вилучено'
  },
  choices: {
    add: 'Додати як іншу людину',
    leaveOut: 'Вилучити з плану',
    use: (name: string, id: number, status: string) => `Це ${isolate(name)} #${id}, ${status}`,
    queued: (name: string) => `Це ${isolate(name)}, уже чекає у «Вихідних»`,
    organization: (name: string, id: number) => `${isolate(name)} #${id}`,
    alike: (text: string) => `Для всіх таких: ${text}`
  },
  run: {
    left: (wait: string) => `залишилося приблизно ${wait}`,
    paused: 'Призупинено',
    offline: 'Немає зв’язку зі службою; імпорт продовжиться сам.',
    signedOut: 'Імпорт продовжиться, коли ви знову ввійдете.',
    pause: 'Призупинити імпорт',
    resume: 'Продовжити імпорт',
    goOn: 'Продовжити',
    rejected: (count: number) => `Відхилено ${format.number(count)}`,
    cancelled: (count: number) => `Скасовано ${format.number(count)}`,
    needsPerson: (count: number) => `Потрібне рішення ${format.number(count)}`,
    undoWould: (summary: string) => `Якщо скасувати імпорт: ${summary}`,
    undo: {
      waits: (count: number) =>
        format.plural(count, {
          one: 'Повернення почнеться, щойно дійде {n} зміна, яка саме надсилається',
          few: 'Повернення почнеться, щойно дійдуть {n} зміни, які саме надсилаються',
          many: 'Повернення почнеться, щойно дійдуть {n} змін, які саме надсилаються',
          other: 'Повернення почнеться, щойно дійдуть {n} зміни, які саме надсилаються'
        }),
      prepared: 'Повернення готується',
      queued: (done: number, total: number) =>
        `Повернення в черзі: виконано ${format.number(done)} з ${format.number(total)}`,
      partly: (done: number, total: number) =>
        `Повернуто частково: ${format.number(done)} з ${format.number(total)}`
    },
    leftAlone: (count: number) =>
      format.plural(count, {
        one: '{n} залишається без змін',
        few: '{n} залишаються без змін',
        many: '{n} залишаються без змін',
        other: '{n} залишаються без змін'
      }),
    stays: (name: string, why: string) => `${isolate(name)}: ${why}`
  },
  limits: (megabytes: number, workbookMegabytes: number, rowLimit: number) =>
    `Списки (.csv, .tsv, .txt) до ${format.number(megabytes)} МБ, книги (.xlsx) до ${format.number(workbookMegabytes)} МБ, не більше ніж ${format.number(rowLimit)} рядків.`,
  refused: {
    empty: { what: 'Файл порожній.', todo: 'Збережіть список ще раз і перетягніть його знову.' },
    noRows: {
      what: 'Немає жодного рядка з текстом.',
      todo: 'Перевірте, чи це той файл або аркуш.'
    },
    tooLarge: {
      what: (size: number, limit: number) =>
        `Розмір файлу — ${format.number(size)} МБ; можна прочитати не більше ніж ${format.number(limit)} МБ.`,
      todo: 'Список людей значно менший. Перевірте, чи це той файл, або поділіть його.'
    },
    tooManyRows: {
      what: (limit: number) => `У списку більше ніж ${format.number(limit)} рядків.`,
      todo: 'Поділіть його на кілька файлів.'
    },
    foreign: {
      image: 'Це зображення.',
      pdf: 'Це документ PDF.',
      oldExcel: 'Це книга старого формату (.xls).',
      openDocument: 'Це файл OpenDocument.',
      wordDocument: 'Це документ Word.',
      archive: 'Це архів.',
      webPage: 'Це вебсторінка.',
      program: 'Це програма.',
      unknownBinary: 'Це не текстовий список.'
    },
    foreignTodo:
      'Відкрийте його там, де його створено, і збережіть список як CSV або як книгу Excel (.xlsx).',
    encrypted: {
      what: 'Книгу захищено паролем.',
      todo: 'Відкрийте її в Excel, зніміть пароль, збережіть і перетягніть знову.'
    },
    damaged: {
      what: 'Книгу пошкоджено.',
      todo: 'Відкрийте її в Excel, який може її виправити, і збережіть знову; або збережіть аркуш як CSV.'
    },
    bomb: {
      what: (limit: number) =>
        `Розпакована книга мала б понад ${format.number(limit)} МБ, тому її не відкрито.`,
      todo: 'Жодному списку людей стільки не треба. Перевірте, звідки цей файл.'
    },
    tooWide: {
      what: 'Одна клітинка аркуша стоїть дуже далеко від інших.',
      todo: 'Скопіюйте рядки списку на новий аркуш і збережіть його; або збережіть аркуш як CSV.'
    },
    folder: {
      what: 'У цій папці немає списку, який можна прочитати.',
      todo: 'Перетягніть файл .csv, .tsv, .txt або .xlsx.'
    },
    tooManyFiles: {
      what: (count: number, limit: number) =>
        `${format.plural(count, {
          one: 'Перетягнуто {n} файл',
          few: 'Перетягнуто {n} файли',
          many: 'Перетягнуто {n} файлів',
          other: 'Перетягнуто {n} файлу'
        })}; за раз можна прочитати не більше ніж ${format.number(limit)}.`,
      todo: 'Перетягніть менше файлів.'
    },
    unreadable: {
      what: 'Не вдалося відкрити файл.',
      todo: 'Можливо, його перенесено або його тримає інша програма. Закрийте його там і перетягніть знову.'
    }
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, зворотний порядок байтів',
    'windows-1255': 'windows-1255, іврит',
    'windows-1251': 'windows-1251, кирилиця',
    'windows-1252': 'windows-1252, західноєвропейське',
    'windows-1250': 'windows-1250, центральноєвропейське',
    'koi8-u': 'KOI8-U, кирилиця',
    ibm866: 'IBM 866, кирилиця (DOS)',
    'x-mac-cyrillic': 'Mac, кирилиця'
  },
  foundBy: {
    bom: 'так сказано у файлі',
    'zero-bytes': 'за будовою байтів',
    'utf-8': 'за будовою байтів',
    ascii: 'лише англійські літери',
    words: 'за виглядом слів',
    remembered: 'як минулого разу; слова не дають відповіді',
    locale: 'припущення; слова не дають відповіді',
    person: 'ваш вибір'
  },
  delimiters: {
    ',': 'Кома',
    ';': 'Крапка з комою',
    '\t': 'Табуляція',
    '|': 'Вертикальна риска',
    none: 'Одне ім’я в рядку'
  },
  damaged: (places: number) =>
    format.plural(places, {
      one: 'У файлі пошкоджено {n} літеру.',
      few: 'У файлі пошкоджено {n} літери.',
      many: 'У файлі пошкоджено {n} літер.',
      other: 'У файлі пошкоджено {n} літери.'
    }),
  lost: (example: string) =>
    `Літери втрачено, коли цей файл зберігали: замість імен у ньому «${isolate(example)}». Збережіть його знову як «CSV UTF-8» або як книгу.`,
  unclosed: (line: number) =>
    `У рядку ${format.number(line)} лапки відкрито й не закрито; знак прочитано як звичайний.`,
  roles: {
    name: 'Повне ім’я',
    first: 'Ім’я',
    middle: 'По батькові',
    last: 'Прізвище',
    organization: 'Організація',
    status: 'Статус',
    email: 'Електронна пошта',
    'corrected-name': 'Виправлене ім’я',
    'corrected-organization': 'Виправлена організація',
    'corrected-status': 'Виправлений статус',
    'corrected-email': 'Виправлена електронна пошта',
    skip: 'Не брати'
  },
  counts: {
    add: (count: number) => `Додати ${format.number(count)}`,
    reactivate: (count: number) => `Активувати знову ${format.number(count)}`,
    setInactive: (count: number) => `Деактивувати ${format.number(count)}`,
    delete: (count: number) => `Видалити ${format.number(count)}`,
    skip: (count: number) => `Пропустити ${format.number(count)}`,
    ask: (count: number) => `Запитати ${format.number(count)}`,
    errors: (count: number) => `Помилки ${format.number(count)}`,
    leftOut: (count: number) => `Вилучено ${format.number(count)}`
  },
  cost: (requests: number, ms: number) =>
    `${format.plural(requests, {
      one: '{n} запит',
      few: '{n} запити',
      many: '{n} запитів',
      other: '{n} запиту'
    })}, приблизно ${format.duration(ms)}`,
  missing: (count: number, active: number) =>
    `Усі, кого немає у файлі, стануть неактивними: ${format.number(count)} із ${format.number(active)} активних операторів`,
  missingGuard: (count: number) =>
    `Це багато. Чи повний цей файл? ${format.plural(count, {
      one: '{n} оператор більше не отримуватиме',
      few: '{n} оператори більше не отримуватимуть',
      many: '{n} операторів більше не отримуватимуть',
      other: '{n} оператора більше не отримуватимуть'
    })} чатів.`,
  progress: (done: number, total: number) =>
    `Імпортовано ${format.number(done)} з ${format.number(total)}`,
  skipped: {
    there: 'Уже є',
    queued: 'Уже чекає у «Вихідних»',
    gone: 'Не існує, як і треба',
    repeated: 'Попередній рядок робить те саме',
    'no-person': 'Не людина: підсумок або знову заголовки'
  },
  questions: {
    sameInFile: (row: number) => `У рядку ${format.number(row)} таке саме ім’я. Це інша людина?`,
    probablyInFile: (row: number) =>
      `У рядку ${format.number(row)} майже таке саме ім’я. Це інша людина?`,
    probablyThere: (name: string) => `Імовірно, це ${isolate(name)}, що вже є. Це інша людина?`,
    severalThere: (count: number) =>
      format.plural(count, {
        one: 'Це ім’я має {n} оператор. Це він?',
        few: 'Це ім’я мають {n} оператори. Який саме?',
        many: 'Це ім’я мають {n} операторів. Який саме?',
        other: 'Це ім’я мають {n} оператора. Який саме?'
      }),
    notThere: 'Нікого з таким ім’ям немає.',
    unknownOrganization: (text: string) => `Яка це організація: «${isolate(text)}»?`,
    unknownStatus: (text: string) => `Який це статус: «${isolate(text)}»?`
  },
  faults: {
    'organization-missing': 'Бракує організації.',
    'name-missing': 'Бракує імені.',
    'name-too-long': 'Ім’я довше за 100 символів.'
  },
  cleaned: {
    'list-mark': 'вилучено позначку списку',
    'hidden-marks': 'вилучено приховані знаки',
    'control-characters': 'вилучено керівні символи',
    blanks: 'упорядковано пробіли',
    composed: 'складено літери',
    'formula-guard': 'вилучено апостроф захищеної формули'
  },
  template: {
    fileName: 'оператори.csv',
    delimiter: ';',
    names: 'Олена Коваленко|Тарас Мельник|Ірина Шевченко',
    active: 'Активний',
    inactive: 'Неактивний'
  },
  undone: {
    summary: (undo: UndoCounts) =>
      listed([
        ...(undo.deletes > 0
          ? [
              format.plural(undo.deletes, {
                one: '{n} новий оператор стане видаленим',
                few: '{n} нові оператори стануть видаленими',
                many: '{n} нових операторів стануть видаленими',
                other: '{n} нового оператора стануть видаленими'
              })
            ]
          : []),
        ...(undo.restores > 0
          ? [
              format.plural(undo.restores, {
                one: '{n} оператору повернеться попередній статус',
                few: '{n} операторам повернеться попередній статус',
                many: '{n} операторам повернеться попередній статус',
                other: '{n} оператора отримають попередній статус'
              })
            ]
          : []),
        ...(undo.discards > 0
          ? [
              format.plural(undo.discards, {
                one: '{n} ненадіслану зміну буде відкинуто',
                few: '{n} ненадіслані зміни буде відкинуто',
                many: '{n} ненадісланих змін буде відкинуто',
                other: '{n} ненадісланої зміни буде відкинуто'
              })
            ]
          : []),
        ...(undo.awaited > 0
          ? [
              format.plural(undo.awaited, {
                one: '{n} зміну, яка саме надсилається, буде повернуто, щойно вона дійде',
                few: '{n} зміни, які саме надсилаються, буде повернуто, щойно вони дійдуть',
                many: '{n} змін, які саме надсилаються, буде повернуто, щойно вони дійдуть',
                other: '{n} зміни, які саме надсилаються, буде повернуто, щойно вони дійдуть'
              })
            ]
          : [])
      ]),
    'changed-since': 'Хтось відтоді змінив статус.',
    'not-ours': 'Був тут ще до цього імпорту.',
    unlisted: 'Його більше немає в жодному списку.'
  },
  report: {
    fileName: (name: string) => (name === '' ? 'звіт про імпорт.csv' : `${name} звіт.csv`),
    planName: (name: string) => (name === '' ? 'план імпорту.csv' : `${name} план.csv`),
    result: 'Результат',
    details: 'Подробиці',
    id: 'ID',
    outcomes: {
      added: 'Додано',
      matched: 'Додано (знайдено після втраченої відповіді)',
      used: 'Уже було',
      changed: { 0: 'Активовано', 1: 'Деактивовано', 2: 'Видалено' },
      waiting: 'Очікує',
      notAccepted: 'Не розпочато',
      needsPerson: 'Потрібне ваше рішення',
      rejected: 'Відхилено',
      cancelled: 'Скасовано',
      skipped: 'Пропущено',
      undecided: 'Не вирішено',
      error: 'Помилка',
      leftOut: 'Вилучено',
      undo: {
        done: (what: string) => `${what}, згодом повернуто назад`,
        'under-way': (what: string) => `${what}, повернення триває`,
        rejected: (what: string) => `${what}, повернення відхилено`
      }
    },
    column: (number: number) => `Стовпець ${format.number(number)}`
  }
}
