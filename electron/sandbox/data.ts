import { pick, seededRandom, type Random } from './random.ts'
import { anyLanguage, fullName, type Language } from './names.ts'
import { customerSupport, hebrewTeam, ukrainianTeam, type Person } from './people.ts'
import type { Organization, OperatorRow, Status } from './model.ts'

/** What the sandbox starts with; the same answer gives the same data, name for name. */
export type Basis = {
  readonly seed: number
  /** Rows of the large organization; 0 leaves that organization out. */
  readonly operators: number
  /** Organizations without the large one: 1 is organization 24 alone, 3 the usual ones. */
  readonly organizations: number
  /** People of each organization beyond the usual ones; left out, some dozens in each. */
  readonly each?: number
}

/** The usual data: organization 24, a Hebrew one and a Ukrainian one. */
export const usualBasis: Basis = { seed: 1, operators: 0, organizations: 3 }

/** The id that the first operator added to an untouched sandbox gets. */
export const firstFreeId = 104

/** The organization that is made as large as asked. */
const largeOrganization: Organization = { id: 27, name: 'Large contact centre' }

const firstNumberedOrganization = 1001
const firstGeneratedId = 1_000_001
const firstLaterId = 10_000_001

/** Whether an operator was there from the beginning, told by its id alone. */
export function isFromBeginning(id: number): boolean {
  return id < firstFreeId || id >= firstGeneratedId
}

/** Organizations with their first operators, in the order in which the ChatHub lists them. */
export type Beginning = {
  readonly organizations: readonly Organization[]
  readonly operators: readonly OperatorRow[]
}

type Fixed = { organization: Organization; people: readonly Person[]; firstId: number }

const fixed: readonly Fixed[] = [
  { organization: { id: 24, name: 'Customer Support' }, people: customerSupport, firstId: 101 },
  { organization: { id: 25, name: 'שירות לקוחות' }, people: hebrewTeam, firstId: 1 },
  { organization: { id: 26, name: 'Підтримка клієнтів' }, people: ukrainianTeam, firstId: 51 }
]

/** Makes the data that a basis describes. */
export function beginning(basis: Basis): Beginning {
  const organizations: Organization[] = []
  const operators: OperatorRow[] = []
  for (const { organization, people, firstId } of fixed.slice(0, basis.organizations)) {
    organizations.push(organization)
    people.forEach(([name, status], index) =>
      operators.push({ id: firstId + index, organizationId: organization.id, name, status })
    )
  }
  const random = seededRandom(basis.seed)
  const generate = generator(operators, random)
  if (basis.operators > 0) {
    organizations.push(largeOrganization)
    generate(largeOrganization.id, basis.operators, () => anyLanguage(random))
  }
  for (let index = 0; index < basis.organizations - fixed.length; index += 1) {
    const team = numberedTeam(random, index)
    organizations.push(team.organization)
    if (basis.each === undefined) generate(team.organization.id, team.size, () => team.language)
  }
  return { organizations, operators }
}

/** Teams of which each is made when somebody first asks for it: a million people at once would take long. */
export type LaterTeams = {
  /** The people of an organization; none where it is not one of these teams. */
  readonly of: (organizationId: number) => readonly OperatorRow[]
  /** The organization of an operator by its id; `null` where it is in none of these teams. */
  readonly organizationOf: (id: number) => number | null
}

/** The teams of a basis that are made later. */
export function laterTeams({ seed, organizations, each = 0 }: Basis): LaterTeams {
  const count = each === 0 ? 0 : Math.max(0, organizations - fixed.length)
  const indexOf = (organizationId: number): number => organizationId - firstNumberedOrganization
  return {
    of(organizationId) {
      const index = indexOf(organizationId)
      if (index < 0 || index >= count) return []
      const random = seededRandom(seed * 10_007 + organizationId)
      const firstId = firstLaterId + index * each
      return Array.from({ length: each }, (_, row) => ({
        id: firstId + row,
        organizationId,
        name: fullName(random, anyLanguage(random)),
        status: status(random)
      }))
    },
    organizationOf(id) {
      const index = Math.floor((id - firstLaterId) / Math.max(1, each))
      return index >= 0 && index < count ? firstNumberedOrganization + index : null
    }
  }
}

/** A function that appends generated operators with ids of their own. */
function generator(into: OperatorRow[], random: Random) {
  let id = firstGeneratedId
  return (organizationId: number, count: number, language: () => Language): void => {
    for (let row = 0; row < count; row += 1) {
      into.push({ id, organizationId, name: fullName(random, language()), status: status(random) })
      id += 1
    }
  }
}

/** Nine of ten work here, some pause, a few are gone. */
function status(random: Random): Status {
  const drawn = random()
  if (drawn < 0.9) return 0
  return drawn < 0.97 ? 1 : 2
}

const topics: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sales', 'Billing', 'Technical support', 'Returns', 'Night shift', 'Retention'],
  he: ['מכירות', 'גבייה', 'תמיכה טכנית', 'החזרות', 'משמרת לילה', 'שימור'],
  uk: ['Продажі', 'Рахунки', 'Технічна підтримка', 'Повернення', 'Нічна зміна', 'Утримання']
}

/** One of the many organizations of a scale test: up to 60 people, every tenth team empty. */
function numberedTeam(random: Random, index: number) {
  const language = anyLanguage(random)
  const id = firstNumberedOrganization + index
  const size = index % 10 === 9 ? 0 : 5 + Math.floor(random() * 56)
  return {
    organization: { id, name: `${pick(random, topics[language])} ${index + 1}` },
    language,
    size
  }
}
