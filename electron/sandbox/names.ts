import { pick, type Random } from './random.ts'

/** The scripts that names are made in. */
export type Language = 'en' | 'he' | 'uk'

type Words = { readonly first: readonly string[]; readonly last: readonly string[] }

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const english: Words = {
  first: words(`James Mary Robert Patricia Michael Jennifer David Linda William Elizabeth Richard
    Barbara Joseph Susan Thomas Jessica Charles Karen Daniel Nancy Matthew Lisa Anthony Betty Mark
    Sandra Steven Ashley Paul Kimberly Andrew Emily Joshua Donna Kenneth Michelle Kevin Carol Brian
    Amanda George Melissa Edward Deborah Ronald Stephanie Timothy Rebecca Jason Laura Zoë Siân
    Chloé José Renée Anne-Marie Aoife Niamh Olufemi Priya`),
  last: words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez
    Lopez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Clark
    Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson
    Baker Hall Rivera Campbell Mitchell Carter Roberts O'Brien O’Connor McDonald MacLeod Smith-Jones
    D'Angelo Fitzgerald Nuñez Müller Côté Kowalski Okafor Patel Bauer Reed Cook Morgan Bell Murphy
    Bailey Cooper Richardson Cox Howard Ward Peterson Gray Watson Brooks Kelly Sanders Price`)
}

const hebrew: Words = {
  first: words(`נועה תמר מאיה אביגיל יעל שירה עדי הילה רוני ליאור דניאל יוסף אריאל איתן דוד משה
    יונתן עומר אורי אלון גיא רועי עידו נדב אסף ברק יואב שלמה אברהם יצחק רחל לאה שרה רבקה מרים אסתר
    חנה דבורה ציפורה מיכל ענת אורלי סיגל גילה טל חן שקד ג׳ורג׳ צ׳רלי ז׳קלין ג׳ני מוחמד פאטמה אחמד
    סוזאן בת־אל אלישבע מנחם שמעון בנימין`),
  last: words(`כהן לוי מזרחי פרץ ביטון דהן אברהם פרידמן מלכה אזולאי כץ יוסף עמר אוחיון חדד גבאי
    בן־דוד אדרי לוין טל קליין חן שפירא חזן משה אשכנזי אוחנה סגל גולן יצחק בר־און שרעבי אפרתי נחום
    רוזנברג גרינברג ויינשטיין שטרן הורוביץ ברק בן־חיים אלמוג שחר דיין סויסה בוזגלו ז׳אן צ׳רנוב
    ג׳רבי צ׳ולק רז׳ואן שלג רביבו נגר כרמי זוהר אלוני גל שלו רז`)
}

const ukrainian: Words = {
  first: words(`Олександр Олена Андрій Наталія Сергій Оксана Микола Тетяна Володимир Ірина Іван
    Світлана Богдан Юлія Тарас Марія Дмитро Анна Роман Катерина Олег Людмила Василь Галина Юрій
    Надія Петро Віра Ярослав Любов Михайло Софія Максим Дарина Артем Соломія Назар Христина Остап
    Злата В’ячеслав Мар’яна Дем’ян Лук’ян Св’ятослава Ігор Іларія Євген Євгенія Ґалина Вікторія
    Григорій Зоряна Левко Уляна Данило Руслана Степан Орися Павло`),
  last: words(`Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Шевчук Коваль Поліщук Бондар
    Мельник Ткачук Марченко Савченко Руденко Мороз Лисенко Петренко Клименко Павленко Кравець
    Кузьменко Пономаренко Гончаренко Харченко Сидоренко Карпенко Лук’янчук Дем’яненко В’юнник
    Стеф’юк Прокоп’юк Мар’яненко Гур’єв Солов’яненко Ґудзь Їжак Єременко Юрченко Яценко Щербак
    Жук Хоменко Цимбалюк Франко Лесюк Грабовецька Дорошенко Захарченко Іваненко Костенко Литвин
    Мазур Назаренко Остапенко Панченко Романюк Семенко Тимошенко Федоренко`)
}

const tables: Readonly<Record<Language, Words>> = { en: english, he: hebrew, uk: ukrainian }

const initials: Readonly<Record<Language, readonly string[]>> = {
  en: [...'ABCDEFGHJKLMNOPRSTW'],
  he: [...'אבגדהוזחטיכלמנסעפצקרשת'],
  uk: [...'АБВГҐДЕЄЖЗІЇКЛМНОПРСТУФХЦЧШЮЯ']
}

/**
 * A full name in one script, now and then with a middle initial, as staff lists have them.
 * The same random source gives the same names.
 */
export function fullName(random: Random, language: Language): string {
  const table = tables[language]
  const first = pick(random, table.first)
  const last = pick(random, table.last)
  if (random() < 0.55) return `${first} ${last}`
  return `${first} ${pick(random, initials[language])}. ${last}`
}

/** A script for a name: half English, a quarter each Hebrew and Ukrainian. */
export function anyLanguage(random: Random): Language {
  const drawn = random()
  if (drawn < 0.5) return 'en'
  return drawn < 0.75 ? 'he' : 'uk'
}
