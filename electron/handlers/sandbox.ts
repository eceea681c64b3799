import { sandboxAccountId } from '../../shared/account.ts'
import type { Handlers } from '../../shared/ipc.ts'
import type { Courier } from '../courier/courier.ts'
import type { Training } from '../training.ts'

/** What training mode offers. A reset takes the sandbox's journal with it; the window clears its own stores. */
export function sandboxHandlers(
  training: Training,
  courier: Pick<Courier, 'discard'>
): Handlers['sandbox'] {
  return {
    simulateOutage: (on) => training.simulateOutage(on),
    async reset() {
      const reset = await training.reset()
      return reset.ok ? courier.discard(sandboxAccountId) : reset
    }
  }
}
