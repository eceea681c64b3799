import { isolate } from '../format.ts'
import type { Messages } from '../messages.ts'
import { format } from './format.ts'

/** Changes as the object of a verb: "відкинути 1 зміну". */
const edits = (count: number) =>
  format.plural(count, {
    one: '{n} зміну',
    few: '{n} зміни',
    many: '{n} змін',
    other: '{n} зміни'
  })
const operators = (count: number) =>
  format.plural(count, {
    one: '{n} оператор',
    few: '{n} оператори',
    many: '{n} операторів',
    other: '{n} оператора'
  })
/** Operators as the object of a verb: "видалити 1 оператора". */
const theOperators = (count: number) =>
  format.plural(count, {
    one: '{n} оператора',
    few: '{n} операторів',
    many: '{n} операторів',
    other: '{n} оператора'
  })
const tooLong = (length: number, longest: number) =>
  `${format.plural(length, {
    one: '{n} символ',
    few: '{n} символи',
    many: '{n} символів',
    other: '{n} символу'
  })}; дозволено не більше ${longest}.`

/** Dialogs, the outbox, toasts, panels. */
export const views: Messages['views'] = {
  status: ['Активний', 'Неактивний', 'Видалений'],
  notifications: 'Сповіщення',
  dismiss: 'Закрити сповіщення',
  closePanel: 'Закрити панель',
  cancel: 'Скасувати',
  undo: 'Повернути',
  moreActions: 'Інші дії',

  outbox: {
    title: 'Вихідні',
    edits: 'Зміни',
    states: {
      waiting: 'Очікує',
      sending: 'Надсилання',
      verifying: 'Перевірка',
      confirmed: 'Підтверджено',
      matched: 'Знайдено',
      rejected: 'Відхилено',
      'needs-person': 'Є запитання',
      cancelled: 'Скасовано',
      superseded: 'Замінено'
    },
    filter: 'Показати',
    all: 'Усі',
    empty: 'Нічого не чекає',
    emptyText: 'Зміни з’являються тут одразу й залишаються, доки не дійдуть до служби.',
    emptyFilter: 'У цьому стані немає змін',
    sendNow: 'Надіслати',
    pause: 'Пауза',
    resume: 'Продовжити',
    retryRejected: 'Повторити все відхилене',
    discardRejected: 'Відкинути все відхилене…',
    discardAsk: {
      title: (count: number) => `Відкинути ${edits(count)}?`,
      text: 'Служба їх відхилила, і їх не буде надіслано знову. Того, що вони мали зробити, не зроблено.',
      yes: 'Відкинути все',
      no: 'Залишити'
    },
    add: (organization: string) => `Додати до «${isolate(organization)}»`,
    setStatus: (from: string, to: string) => `${from} → ${to}`,
    details: (name: string) => `Подробиці: ${isolate(name)}`,
    organization: (id: number) => `Організація ${id}`,
    waitsFor: {
      creation: 'Доки оператора не буде створено',
      earlier: 'Після попередньої зміни з тим самим ім’ям',
      'organization-paused': 'Організація відхиляє зміни'
    },
    countdown: (wait: string) => `Шукаємо, залишилося ${wait}`,
    looking: 'Шукаємо',
    matchedHow: {
      'lost-reply': 'Знайдено після втраченої відповіді',
      'already-there': 'Вже було там',
      person: 'Як ви вирішили'
    },
    id: (id: number) => `#${id}`,
    retry: 'Повторити',
    editAndRetry: 'Виправити й повторити…',
    discard: 'Відкинути',
    history: 'Історія',
    noHistory: 'Поки що порожньо',
    noReply: 'Відповідь не надійшла',
    notReached: 'Зв’язатися зі службою не вдалося',
    events: {
      queued: 'Ви внесли цю зміну',
      sent: 'Надіслано до служби',
      reply: 'Служба відповіла',
      verifying: 'Шукаємо у списку',
      matched: 'Знайдено у списку',
      confirmed: 'Служба прийняла',
      rejected: 'Служба відхилила',
      asked: 'Запитання до вас',
      answered: 'Ви відповіли',
      waiting: 'Чекає на повторне надсилання',
      cancelled: 'Скасовано',
      superseded: 'Замінено пізнішою зміною'
    },
    question: {
      nameAppeared: (name: string) =>
        `Тим часом хтось додав оператора «${isolate(name)}». Це та сама людина чи потрібен ще один оператор із таким ім’ям?`,
      undecided: (name: string) =>
        `Відповідь щодо оператора «${isolate(name)}» втрачено, і зі списку не видно, чи запит виконано.`,
      listUnreliable: (id: number) =>
        `Служба повідомила, що додала оператора #${id}, але жоден список його не показує. Доки це так, зі списку не видно, чи оператора додано.`,
      statusConflict: 'Тим часом хтось інший змінив статус.',
      operatorMissing: (id: number) =>
        `Оператора #${id} більше немає у списку. Можливо, його прибрали.`,
      saw: 'Було',
      wanted: 'Ви хочете',
      now: 'Тепер',
      use: (id: number) => `Взяти #${id}`,
      useFound: 'Взяти знайдених',
      addAnother: 'Додати ще одного',
      mine: (status: string) => `Встановити «${status}»`,
      theirs: (status: string) => `Залишити «${status}»`,
      sendAnyway: 'Усе одно надіслати',
      alike: (count: number) => `Та сама відповідь для всіх: ${format.number(count)}`
    },
    duplicate: {
      title: (name: string, ids: string) => `Можливий дублікат: ${isolate(name)} ${ids}`,
      text: 'У списку на одного оператора з таким ім’ям більше, ніж ви додали.',
      remove: (id: number) => `Позначити #${id} як видаленого`
    },
    rename: {
      title: 'Виправити й надіслати знову',
      name: 'Нове ім’я',
      missing: 'Введіть ім’я.',
      tooLong,
      yes: 'Надіслати знову'
    },
    receipt: {
      done: (count: number) =>
        format.plural(count, {
          one: 'Надіслано {n} зміну',
          few: 'Надіслано {n} зміни',
          many: 'Надіслано {n} змін',
          other: 'Надіслано {n} зміни'
        }),
      matched: (count: number) =>
        format.plural(count, {
          one: '{n} знайдено після втраченої відповіді',
          few: '{n} знайдено після втраченої відповіді',
          many: '{n} знайдено після втраченої відповіді',
          other: '{n} знайдено після втраченої відповіді'
        }),
      rejected: (count: number) => `відхилено ${edits(count)}`,
      needsYou: (count: number) =>
        format.plural(count, {
          one: '{n} зміна потребує рішення',
          few: '{n} зміни потребують рішення',
          many: '{n} змін потребують рішення',
          other: '{n} зміни потребують рішення'
        }),
      refused: (count: number) =>
        format.plural(count, {
          one: '{n} зміна чекає: організація відхиляє зміни',
          few: '{n} зміни чекають: організація відхиляє зміни',
          many: '{n} змін чекають: організація відхиляє зміни',
          other: '{n} зміни чекають: організація відхиляє зміни'
        })
    },
    show: 'Показати',
    undone: (count: number) => `Скасовано ${edits(count)}`,
    undoAsk: {
      freeTitle: 'Скасувати цю дію?',
      freeText: 'Зрештою її не надіслано, тож нових змін не потрібно.',
      freeYes: 'Скасувати дію',
      title: 'Повернути те, що вже надіслано?',
      text: 'Це вже надіслано, тож, щоб усе виправити, потрібні нові зміни:',
      unsent: (count: number) =>
        format.plural(count, {
          one: '{n} ще не надіслану зміну буде просто скасовано.',
          few: '{n} ще не надіслані зміни буде просто скасовано.',
          many: '{n} ще не надісланих змін буде просто скасовано.',
          other: '{n} ще не надісланої зміни буде просто скасовано.'
        }),
      delete: (name: string) => `${isolate(name)}: позначити як видаленого`,
      status: (name: string, status: string) => `${isolate(name)}: повернути «${status}»`,
      more: (count: number) => `і ще ${format.number(count)}`,
      yes: (count: number) => `Додати в чергу ${edits(count)}`,
      no: 'Залишити'
    },
    nothingToUndo: 'Немає чого скасовувати.'
  },

  add: {
    title: 'Нові оператори',
    names: 'Імена',
    hint: 'По одному імені в рядку. Можна вставити стовпець з Excel.',
    organization: 'Організація',
    noOrganization: 'Виберіть організацію.',
    nothingFound: 'Немає такої організації',
    count: (count: number) => operators(count),
    yes: 'Додати',
    missing: 'Введіть принаймні одне ім’я.',
    faults: (count: number) =>
      format.plural(count, {
        one: '{n} рядок слід виправити',
        few: '{n} рядки слід виправити',
        many: '{n} рядків слід виправити',
        other: '{n} рядка слід виправити'
      }),
    moreFaults: (count: number) =>
      format.plural(count, {
        one: 'і ще {n} рядок',
        few: 'і ще {n} рядки',
        many: 'і ще {n} рядків',
        other: 'і ще {n} рядка'
      }),
    duplicates: (count: number) =>
      format.plural(count, {
        one: '{n} ім’я вже є у списку',
        few: '{n} імені вже є у списку',
        many: '{n} імен уже є у списку',
        other: '{n} імені вже є у списку'
      }),
    duplicatesText:
      'Двоє людей можуть мати однакове ім’я: вирішуєте ви. У чергу ще нічого не додано.',
    allAlike: 'Для всіх',
    found: {
      same: 'Таке саме ім’я',
      probably: 'Імовірно, те саме ім’я'
    },
    where: {
      listed: (status: string, id: number) => `${status}, #${id}`,
      queued: 'Чекає у «Вихідних»',
      typed: (line: number) => `Також у рядку ${line}`
    },
    choice: { skip: 'Пропустити', add: 'Усе одно додати', reactivate: 'Активувати' },
    choiceFor: (name: string) => `Що зробити з іменем «${isolate(name)}»`,
    queued: (count: number) => `Додано в чергу ${theOperators(count)}`,
    reactivated: (count: number) => `активується знову: ${format.number(count)}`,
    nothingLeft: 'У чергу нічого не додано: усі імена пропущено.',
    draftKept: 'Введене тут збережеться після закриття.'
  },

  correct: {
    menu: 'Виправити ім’я…',
    title: (name: string) => `Виправлення імені: ${isolate(name)}`,
    text: 'Служба не вміє перейменовувати. Switchboard додасть оператора з новим ім’ям, а коли його буде створено, позначить старий запис як видалений. Оператор отримає новий ID.',
    name: 'Нове ім’я',
    missing: 'Введіть нове ім’я.',
    unchanged: 'Це теперішнє ім’я.',
    tooLong,
    exists: (status: string, id: number) =>
      `Оператор із таким ім’ям уже є (${status}, #${id}). Натисніть ще раз, щоб додати ще одного.`,
    yes: 'Виправити',
    queued: (name: string) => `Старе ім’я буде замінено на «${isolate(name)}»`
  },

  remove: {
    menu: 'Видалити…',
    title: (count: number, name: string) =>
      count === 1 ? `Видалити оператора «${isolate(name)}»?` : `Видалити ${theOperators(count)}?`,
    text: (count: number) =>
      count === 1
        ? 'Оператор отримає статус «Видалений»: зникне зі списку команди й не отримуватиме чатів. Служба зберігає запис, і статистика його враховує. Чи дозволить служба повернути видаленого оператора, невідомо.'
        : 'Оператори отримають статус «Видалений»: зникнуть зі списку команди й не отримуватимуть чатів. Служба зберігає записи, і статистика їх враховує. Чи дозволить служба повернути видалених операторів, невідомо.',
    instead: 'Щоб відсторонити когось на певний час, установіть статус «Неактивний».',
    yes: (count: number) =>
      count === 1 ? 'Видалити оператора' : `Видалити ${theOperators(count)}`,
    no: 'Залишити'
  },

  changed: {
    activated: (count: number, name: string) =>
      `Активується: ${count === 1 ? isolate(name) : operators(count)}`,
    deactivated: (count: number, name: string) =>
      `Деактивується: ${count === 1 ? isolate(name) : operators(count)}`,
    deleted: (count: number, name: string) =>
      `Видаляється: ${count === 1 ? isolate(name) : operators(count)}`,
    nothing: 'Нічого змінювати: статус уже такий.'
  },

  overview: {
    title: 'Огляд',
    total: 'Усього, з видаленими',
    active: 'Активні',
    inactive: 'Неактивні',
    deleted: 'Видалені',
    whoTakes: 'Хто отримає чат',
    chat: 'Номер чату',
    chatHint: 'Чати по черзі отримують активні оператори в порядку списку служби.',
    chatFault: 'Потрібне ціле число, 0 або більше.',
    takes: 'отримає його',
    nobody: 'Немає вільних активних операторів'
  },

  operator: {
    nobody: 'Нікого у фокусі',
    nobodyText: 'Перейдіть до оператора у списку, щоб побачити, що про нього відомо.',
    id: 'ID',
    noId: 'Служба ще не надала ID',
    copyId: 'Копіювати ID',
    copied: 'ID скопійовано',
    organization: 'Організація',
    status: 'Статус',
    told: (status: string) => `За даними служби: ${status}`,
    neverListed: 'Служба ще не показувала цього оператора.',
    unlisted: 'В останньому списку цього оператора немає.',
    chats: {
      title: 'Чати',
      statuses: ['Нові', 'Відкриті', 'Чекають', 'На паузі', 'Закриті'],
      count: 'Порахувати чати',
      again: 'Порахувати знову',
      counting: 'Чати рахуються…',
      hint: 'Службі надсилається по одному запиту на кожен стан.',
      notOffered: 'Служба не надає цьому токену відомостей про чати.'
    },
    history: {
      title: 'Історія',
      none: 'За останні 90 днів нічого не сталося.',
      note: 'Зміни, зроблені на цьому комп’ютері, і статуси, побачені у списках, за останні 90 днів.',
      seen: (status: string) => `У списку: ${status}`,
      seenAt: (time: string, since: string, status: string) =>
        `${time}. Зроблено не в цій програмі; у попередньому списку (${since}): ${status}.`,
      more: 'Показати ще',
      show: 'Показати у «Вихідних»'
    },
    imports: {
      title: 'Імпорт',
      looking: 'Триває пошук…',
      none: 'Жоден імпорт на цьому комп’ютері не створював і не змінював цього оператора.',
      show: 'Показати'
    }
  },
  palette: {
    title: 'Палітра команд',
    placeholder: 'Команда, організація або оператор',
    sections: {
      command: 'Команди',
      organization: 'Організації',
      operator: 'Оператори',
      view: 'Збережені подання'
    },
    columns: 'Стовпці',
    accounts: 'Облікові записи',
    switchTo: (name: string) => `Перейти до ${isolate(name)}`,
    nothing: 'Нічого не знайдено',
    found: (count: number) =>
      format.plural(count, {
        one: '{n} результат',
        few: '{n} результати',
        many: '{n} результатів',
        other: '{n} результату'
      }),
    why: {
      'import-open': 'Спершу закрийте імпорт',
      'nobody-selected': 'Спершу виберіть когось',
      'several-selected': 'Лише по одному',
      'nobody-shown': 'Нікого не показано',
      'nothing-waits': 'Нічого не чекає'
    }
  },
  shortcuts: {
    title: 'Комбінації клавіш',
    close: 'Закрити',
    groups: { grid: 'У списку операторів', header: 'На заголовку стовпця' },
    rows: {
      move: 'На рядок, на сторінку',
      cell: 'У межах рядка',
      ends: 'До першого або останнього рядка',
      select: 'Вибрати рядок або зняти вибір',
      extend: 'Розширити вибір',
      letGo: 'Закрити подробиці, потім зняти вибір',
      choose: 'Вибрати лише цей рядок і показати подробиці',
      copy: 'Копіювати вибраних',
      menu: 'Дії з вибраними',
      sort: 'Сортувати',
      sortToo: 'Сортувати в межах наявного порядку',
      resize: 'Звузити або розширити стовпець',
      reorder: 'Пересунути стовпець',
      columns: 'Вибрати стовпці'
    }
  }
}
