import type { OperatorList } from '../../shared/ipc.ts'
import type { Operator } from '../../shared/operator.ts'
import type { KeptLists } from './kept-lists.ts'
import { unite, withOperators } from './known.ts'

/** Takes lists and replies into what is known, whatever order they come in. */
export interface Taking {
  /** Called as a fetch begins; the function that it returns takes the list once it came, `null` where none did. */
  begin(organizationId: number): (list: OperatorList | null) => Promise<void>
  /** Takes operators that a reply showed. */
  applied(organizationId: number, operators: readonly Operator[]): Promise<void>
}

interface Reply {
  readonly moment: number
  readonly organizationId: number
  readonly operators: readonly Operator[]
}

/**
 * A list tells how things stood at some moment after its fetch began. So one that began before another that
 * was taken already is left out, and what replies showed since it began stands over what it says.
 */
export function takeInOrder(kept: Pick<KeptLists, 'change'>): Taking {
  let moments = 0
  const running = new Set<number>()
  const newest = new Map<number, number>()
  let replies: readonly Reply[] = []

  function forgetOldReplies(): void {
    const oldest = Math.min(...running)
    replies = replies.filter(({ moment }) => moment > oldest)
  }

  function since(organizationId: number, began: number): readonly Operator[] {
    return replies
      .filter((reply) => reply.organizationId === organizationId && reply.moment > began)
      .flatMap(({ operators }) => operators)
  }

  async function take(organizationId: number, list: OperatorList, began: number): Promise<void> {
    await kept.change(organizationId, (known) => {
      if ((newest.get(organizationId) ?? 0) > began) return known
      newest.set(organizationId, began)
      return withOperators(unite(known, list.columns, list.at), since(organizationId, began))
    })
  }

  return {
    begin: (organizationId) => {
      const began = (moments += 1)
      running.add(began)
      return async (list) => {
        if (list) await take(organizationId, list, began)
        running.delete(began)
        forgetOldReplies()
      }
    },
    applied: async (organizationId, operators) => {
      replies = [...replies, { moment: (moments += 1), organizationId, operators }]
      forgetOldReplies()
      await kept.change(organizationId, (known) => withOperators(known, operators))
    }
  }
}
