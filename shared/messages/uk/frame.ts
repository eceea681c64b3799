import type { Messages } from '../messages.ts'
import { format } from './format.ts'

/** The native frame: menu, notifications, dialogs of the system. */
export const frame: Messages['frame'] = {
  menu: {
    file: '&Файл',
    edit: '&Редагування',
    redo: 'Повторити',
    cut: 'Вирізати',
    copy: 'Копіювати',
    paste: 'Вставити',
    operators: '&Оператори',
    view: '&Вигляд',
    outbox: 'Ви&хідні',
    export: 'Експорт',
    appearance: 'Оформлення',
    reload: 'Перезавантажити',
    developerTools: 'Інструменти розробника',
    window: 'В&ікно',
    minimize: 'Згорнути',
    bringAllToFront: 'Усі вікна на передній план',
    services: 'Служби',
    hide: 'Сховати Switchboard',
    hideOthers: 'Сховати інші',
    showAll: 'Показати всі',
    help: '&Довідка',
    commands: {
      'add-operators': 'Додати операторів…',
      import: 'Імпорт…',
      'export-list': 'Експортувати список як CSV…',
      'export-list-workbook': 'Експортувати список як Excel…',
      'export-selection': 'Експортувати вибраних як CSV…',
      'export-selection-workbook': 'Експортувати вибраних як Excel…',
      'switch-account': 'Змінити обліковий запис…',
      'sign-out': 'Вийти з облікового запису…',
      'show-settings': 'Налаштування…',
      quit: 'Завершити роботу',
      undo: 'Скасувати',
      'select-all': 'Вибрати все',
      find: 'Знайти…',
      'clear-filter': 'Скинути пошук і фільтр',
      'show-details': 'Подробиці',
      activate: 'Активувати',
      deactivate: 'Деактивувати',
      'correct-name': 'Виправити ім’я…',
      delete: 'Видалити…',
      'show-palette': 'Палітра команд…',
      refresh: 'Оновити',
      'show-overview': 'Показати або сховати огляд',
      'use-light': 'Світлі кольори',
      'use-dark': 'Темні кольори',
      'use-system-look': 'Кольори системи',
      'compact-rows': 'Щільні рядки',
      'comfortable-rows': 'Просторі рядки',
      'zoom-in': 'Збільшити',
      'zoom-out': 'Зменшити',
      'actual-size': 'Звичайний розмір',
      'full-screen': 'На весь екран',
      'show-outbox': 'Показати або сховати «Вихідні»',
      'send-now': 'Надіслати зараз',
      'pause-sending': 'Призупинити надсилання',
      'resume-sending': 'Продовжити надсилання',
      'show-shortcuts': 'Комбінації клавіш',
      documentation: 'Документація ChatHub',
      'log-folder': 'Відкрити папку журналу',
      about: 'Про Switchboard'
    }
  },
  about: {
    credits: 'Керування операторами чатів в організаціях ChatHub.',
    runtime: (electron: string, chromium: string, node: string) =>
      `Electron ${electron} · Chromium ${chromium} · Node ${node}`
  },
  quitting: {
    title: 'Switchboard завершив роботу',
    queued: (count: number) =>
      format.plural(count, {
        one: 'У черзі залишилася {n} зміна. Її буде надіслано після наступного запуску.',
        few: 'У черзі залишилися {n} зміни. Їх буде надіслано після наступного запуску.',
        many: 'У черзі залишилося {n} змін. Їх буде надіслано після наступного запуску.',
        other: 'У черзі залишилося {n} зміни. Їх буде надіслано після наступного запуску.'
      }),
    asking: (count: number) =>
      format.plural(count, {
        one: '{n} зміна потребує вашого рішення. Її збережено.',
        few: '{n} зміни потребують вашого рішення. Їх збережено.',
        many: '{n} змін потребують вашого рішення. Їх збережено.',
        other: '{n} зміни потребують вашого рішення. Їх збережено.'
      })
  },
  stillSending: {
    title: 'Switchboard ще надсилає',
    text: 'Вікно закрито; програма завершить роботу сама, коли все буде надіслано.'
  },
  badge: (count: number) =>
    format.plural(count, {
      one: '{n} зміна чекає',
      few: '{n} зміни чекають',
      many: '{n} змін чекають',
      other: '{n} зміни чекають'
    }),
  saveTitle: 'Зберегти як',
  crash: {
    title: 'Вікно перестало працювати',
    text: 'Це сталося двічі поспіль. Нічого з черги не втрачено.',
    detail:
      'Відкрийте його знову або завершіть роботу й запустіть Switchboard пізніше. Усе, що відомо про збій, є в папці журналу.',
    openAgain: 'Відкрити знову',
    openLogs: 'Відкрити папку журналу',
    quit: 'Завершити роботу'
  }
}
