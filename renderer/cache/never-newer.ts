import Dexie from 'dexie'

/**
 * Options for a database that a later version of the program may have written: it is then refused with a
 * `VersionError`, and nothing in it is touched. Dexie alone would open it as it is, whatever it has become.
 */
export function neverNewer(): { readonly indexedDB: IDBFactory } {
  const factory = Dexie.dependencies.indexedDB
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    // After a first refusal Dexie asks again, for whatever version is there.
    if (version === undefined) throw new DOMException('Written by a later version', 'VersionError')
    return factory.open(name, version)
  }
  return {
    indexedDB: {
      open,
      cmp: (one: unknown, other: unknown) => factory.cmp(one, other),
      databases: () => factory.databases(),
      deleteDatabase: (name: string) => factory.deleteDatabase(name)
    }
  }
}
