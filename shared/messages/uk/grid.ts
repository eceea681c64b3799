import type { Messages } from '../messages.ts'
import { isolate } from '../format.ts'
import { format } from './format.ts'

const operators = (count: number) =>
  format.plural(count, {
    one: '{n} оператор',
    few: '{n} оператори',
    many: '{n} операторів',
    other: '{n} оператора'
  })

/** Operators: the grid, its toolbar, its row menus. */
export const grid: Messages['grid'] = {
  operators: 'Оператори',
  organizations: 'Організації',
  allOrganizations: 'Усі організації',
  organizationNumber: (id: number) => `Організація ${id}`,
  searchOrganizations: 'Пошук організації',
  noOrganizationNamed: 'Немає організації з такою назвою чи номером.',
  noOrganizations: 'Немає організацій',
  noOrganizationsText: 'Токен не бачить жодної. Попросіть токен, який бачить, і ввійдіть знову.',
  loadingOrganizations: 'Завантаження організацій…',

  columns: {
    name: 'Ім’я',
    id: 'ID',
    status: 'Статус',
    organization: 'Організація',
    edit: 'Зміни'
  },
  column: {
    menu: (what: string) => `Стовпець «${what}»`,
    ascending: 'Сортувати за зростанням',
    descending: 'Сортувати за спаданням',
    then: 'Потім сортувати й за цим',
    unsorted: 'Не сортувати за цим',
    sortedAs: (index: number) => `Крок сортування ${index}`,
    fit: 'За шириною вмісту',
    wider: 'Ширше',
    narrower: 'Вужче',
    automatic: 'Автоматична ширина',
    toStart: 'Пересунути ліворуч',
    toEnd: 'Пересунути праворуч',
    hide: 'Сховати стовпець',
    reset: 'Скинути стовпці',
    showNamed: (what: string) => `Показати стовпець «${what}»`,
    hideNamed: (what: string) => `Сховати стовпець «${what}»`,
    sortNamed: (what: string) => `Сортувати за стовпцем «${what}»`
  },
  noId: '—',
  unlisted: 'Більше немає у списку',

  search: 'Пошук',
  filter: 'Фільтр за статусом',
  filters: {
    title: 'Інші фільтри',
    waiting: 'Очікують',
    'needs-you': 'Потребують уваги',
    'last-import': 'Останній імпорт',
    new: 'Нові',
    'new-visit': 'Нові з минулого відвідування',
    'new-today': 'Нові сьогодні',
    'new-week': 'Нові за 7 днів',
    'new-date': 'Від дати…',
    sinceTitle: 'Нові від дати',
    day: 'День',
    show: 'Показати',
    newSince: (time: string) => `Нові від ${time}`,
    noDate: 'Виберіть день.',
    future: 'Цей день ще не настав.',
    tooEarly: (time: string) =>
      `За списками, баченими на цьому комп’ютері, це відомо лише з ${time}.`,
    everyone: 'Нові й давні',
    hint: 'За списками, баченими на цьому комп’ютері'
  },
  activate: 'Активувати',
  deactivate: 'Деактивувати',
  delete: 'Видалити',
  refresh: 'Оновити',
  add: 'Додати операторів',
  import: 'Імпорт…',
  bulk: 'Змінити вибраних',
  selected: (count: number) => `Вибрано: ${format.number(count)}`,
  willChange: (count: number, total: number) =>
    `Зміниться ${format.number(count)} із ${format.number(total)}`,
  shown: (count: number) => operators(count),
  similar: 'схоже',
  shownSimilar: (count: number) =>
    format.plural(count, {
      one: '{n} схожий',
      few: '{n} схожі',
      many: '{n} схожих',
      other: '{n} схожого'
    }),
  asOf: (time: string) => `Станом на ${time}`,
  asOfFailed: (time: string) => `Станом на ${time}; оновити не вдалося`,
  refreshing: 'Оновлення…',
  neverListed: 'Ще не завантажено',
  lists: {
    refreshing: (index: number, total: number) =>
      `Оновлення: ${format.number(index)} із ${format.number(total)}`,
    missing: (count: number) =>
      format.plural(count, {
        one: 'Ще не завантажено {n} організацію',
        few: 'Ще не завантажено {n} організації',
        many: 'Ще не завантажено {n} організацій',
        other: 'Ще не завантажено {n} організації'
      }),
    failed: (count: number) =>
      format.plural(count, {
        one: 'Не вдалося оновити {n} організацію',
        few: 'Не вдалося оновити {n} організації',
        many: 'Не вдалося оновити {n} організацій',
        other: 'Не вдалося оновити {n} організації'
      })
  },

  savedViews: {
    title: 'Подання',
    everyone: 'Усі',
    save: 'Зберегти подання…',
    update: (name: string) => `Оновити ${isolate(name)}`,
    saveTitle: 'Збереження подання',
    rename: 'Перейменувати…',
    renameTitle: 'Перейменування подання',
    start: 'Починати з цього подання',
    remove: 'Видалити подання',
    removed: (name: string) => `Подання ${isolate(name)} видалено`,
    name: 'Назва подання',
    hint: 'Зберігає пошук, фільтри, порядок і стовпці.',
    keep: 'Зберегти',
    faults: {
      empty: 'Поданню потрібна назва.',
      taken: 'Подання з такою назвою вже є.',
      full: 'Подань забагато. Спочатку видаліть якесь.'
    }
  },

  export: {
    title: 'Експорт',
    list: (count: number, what: string) => `Список: ${operators(count)} як ${what}…`,
    selection: (count: number, what: string) => `Вибрані: ${operators(count)} як ${what}…`,
    kinds: { csv: 'CSV', xlsx: 'Excel' },
    fileName: 'оператори',
    saved: (name: string, count: number) => `Збережено у файл ${isolate(name)}: ${operators(count)}`
  },

  empty: {
    noOrganization: 'Виберіть організацію',
    loading: 'Завантаження операторів…',
    failed: 'Поки що немає кого показати',
    tryAgain: 'Спробувати ще раз',
    nobody: 'У цій організації немає операторів',
    nobodyAtAll: 'У жодній організації немає операторів',
    nobodyText:
      'Якщо це дивно: чи правильний ID організації? Чи існує вона і чи є в ній оператори? Чи має токен право її бачити?',
    onlyDeletedFound: (count: number) =>
      format.plural(count, {
        one: 'Знайдено лише {n} видаленого оператора',
        few: 'Знайдено лише {n} видалених операторів',
        many: 'Знайдено лише {n} видалених операторів',
        other: 'Знайдено лише {n} видаленого оператора'
      }),
    onlyDeleted: (count: number) =>
      count === 1
        ? 'Єдиного оператора видалено'
        : format.plural(count, {
            one: 'Видалено всіх операторів: {n}',
            few: 'Видалено всіх операторів: {n}',
            many: 'Видалено всіх операторів: {n}',
            other: 'Видалено всіх операторів: {n}'
          }),
    showDeleted: 'Показати видалених',
    noMatch: 'Нікого не знайдено',
    noMatchText: 'Немає оператора з таким ім’ям або ID і вибраним статусом.',
    showAll: 'Очистити пошук і фільтр'
  }
}
