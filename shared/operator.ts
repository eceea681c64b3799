/** An operator's status as the service numbers it: 0 Active, 1 Inactive, 2 Deleted (ChatHub documentation). */
export type Status = 0 | 1 | 2

/** Every status, in the order in which people read them. */
export const statuses = [0, 1, 2] as const satisfies readonly Status[]

/** An agent who answers customers' chats, as the service lists it. */
export interface Operator {
  readonly id: number
  readonly name: string
  readonly status: Status
}

/** A group of operators; every operator belongs to one. */
export interface Organization {
  readonly id: number
  readonly name: string
}

/** Whose operators are looked at: those of one organization, by its id, or of all of them. */
export type Scope = number | 'all'

/** The operators who can take chats now. */
export function active<O extends Pick<Operator, 'status'>>(operators: readonly O[]): O[] {
  return operators.filter((operator) => operator.status === 0)
}

/** The first operator of that name, compared case-insensitively, as the documented client does. */
export function byName<O extends Pick<Operator, 'name'>>(
  operators: readonly O[],
  name: string
): O | undefined {
  const wanted = name.toLowerCase()
  return operators.find((operator) => operator.name.toLowerCase() === wanted)
}

/** The operator with that id. */
export function byId<O extends Pick<Operator, 'id'>>(
  operators: readonly O[],
  id: number
): O | undefined {
  return operators.find((operator) => operator.id === id)
}
