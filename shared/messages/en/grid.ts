import { isolate } from '../format.ts'
import { format } from './format.ts'

const operators = (count: number) =>
  format.plural(count, { one: 'one operator', other: '{n} operators' })

/** Operators: the grid, its toolbar, its row menus. */
export const grid = {
  operators: 'Operators',
  organizations: 'Organizations',
  allOrganizations: 'All organizations',
  /** An organization whose name the service does not tell. */
  organizationNumber: (id: number) => `Organization ${id}`,
  searchOrganizations: 'Search organizations',
  noOrganizationNamed: 'No organization has this name or number.',
  noOrganizations: 'No organizations',
  noOrganizationsText: 'The token sees none. Ask for a token that does, then sign in again.',
  loadingOrganizations: 'Loading organizations…',

  columns: {
    name: 'Name',
    id: 'ID',
    status: 'Status',
    organization: 'Organization',
    edit: 'Edits'
  },
  /** What can be done with a column, by its header's menu. */
  column: {
    menu: (what: string) => `Column ${what}`,
    ascending: 'Sort ascending',
    descending: 'Sort descending',
    then: 'Then sort by this too',
    unsorted: 'Do not sort by this',
    /** Said of a header where several columns sort. */
    sortedAs: (index: number) => `Sort step ${index}`,
    fit: 'Fit to content',
    wider: 'Wider',
    narrower: 'Narrower',
    automatic: 'Automatic width',
    toStart: 'Move left',
    toEnd: 'Move right',
    hide: 'Hide column',
    reset: 'Reset columns',
    showNamed: (what: string) => `Show the column ${what}`,
    hideNamed: (what: string) => `Hide the column ${what}`,
    sortNamed: (what: string) => `Sort by ${what}`
  },
  noId: '—',
  unlisted: 'No longer listed',

  search: 'Search operators',
  filter: 'Filter by status',
  /** Chips that narrow what shows, beside those of the statuses. */
  filters: {
    title: 'More filters',
    waiting: 'Waiting',
    'needs-you': 'Needs you',
    'last-import': 'Last import',
    new: 'New',
    'new-visit': 'New since the last visit',
    'new-today': 'New today',
    'new-week': 'New in 7 days',
    'new-date': 'Since a date…',
    sinceTitle: 'New since a date',
    day: 'Day',
    show: 'Show',
    newSince: (time: string) => `New since ${time}`,
    noDate: 'Choose a day.',
    future: 'This day is yet to come.',
    tooEarly: (time: string) => `The lists seen on this computer can tell it only from ${time} on.`,
    everyone: 'Everyone, new or not',
    /** What "new" means: the service tells no dates. */
    hint: 'By the lists seen on this computer'
  },
  activate: 'Activate',
  deactivate: 'Deactivate',
  delete: 'Delete',
  refresh: 'Refresh',
  add: 'Add operators',
  import: 'Import…',
  bulk: 'Change the selection',
  selected: (count: number) => format.plural(count, { one: 'One selected', other: '{n} selected' }),
  /** What a button would do with the selection. */
  willChange: (count: number, total: number) =>
    `${format.number(count)} of ${format.number(total)} will change`,
  shown: (count: number) => format.plural(count, { one: 'One operator', other: '{n} operators' }),
  /** On a row whose name is not quite what is searched. */
  similar: 'similar',
  shownSimilar: (count: number) => `${format.number(count)} similar`,
  /** `time`: as `format.time` writes it. */
  asOf: (time: string) => `As of ${time}`,
  asOfFailed: (time: string) => `As of ${time}; refreshing failed`,
  refreshing: 'Refreshing…',
  neverListed: 'Not listed yet',
  /** How the lists of all organizations are. */
  lists: {
    refreshing: (index: number, total: number) =>
      `Refreshing ${format.number(index)} of ${format.number(total)}`,
    missing: (count: number) =>
      format.plural(count, {
        one: 'One organization not listed yet',
        other: '{n} organizations not listed yet'
      }),
    failed: (count: number) =>
      format.plural(count, {
        one: 'One organization failed',
        other: '{n} organizations failed'
      })
  },

  savedViews: {
    title: 'Views',
    everyone: 'Everyone',
    save: 'Save this view…',
    update: (name: string) => `Update ${isolate(name)}`,
    saveTitle: 'Save this view',
    rename: 'Rename…',
    renameTitle: 'Rename the view',
    start: 'Begin with this view',
    remove: 'Delete view',
    removed: (name: string) => `View ${isolate(name)} deleted`,
    name: 'Name of the view',
    hint: 'It keeps search, filters, order and columns.',
    keep: 'Save',
    faults: {
      empty: 'A view needs a name.',
      taken: 'A view has this name already.',
      full: 'There are too many views. Delete one first.'
    }
  },

  export: {
    title: 'Export',
    /** `what`: the kind of file. */
    list: (count: number, what: string) => `The list: ${operators(count)} as ${what}…`,
    selection: (count: number, what: string) => `The selection: ${operators(count)} as ${what}…`,
    kinds: { csv: 'CSV', xlsx: 'Excel' },
    /** Ends the name of a file, after the organization's. */
    fileName: 'operators',
    saved: (name: string, count: number) => `Saved ${operators(count)} as ${isolate(name)}`
  },

  empty: {
    noOrganization: 'Choose an organization',
    loading: 'Loading operators…',
    failed: 'No operators to show yet',
    tryAgain: 'Try again',
    nobody: 'This organization has no operators',
    nobodyAtAll: 'No organization has operators',
    nobodyText:
      'If that surprises you: is the organization id right? Does the organization exist and have operators? May the token see it?',
    onlyDeletedFound: (count: number) =>
      format.plural(count, {
        one: 'Only a deleted operator matches',
        other: 'Only {n} deleted operators match'
      }),
    onlyDeleted: (count: number) =>
      format.plural(count, {
        one: 'The only operator is deleted',
        other: 'All {n} operators are deleted'
      }),
    showDeleted: 'Show deleted',
    noMatch: 'Nobody matches',
    noMatchText: 'No operator has this name or id and the chosen status.',
    showAll: 'Clear search and filter'
  }
}
