import { Notification, type NotificationConstructorOptions } from 'electron'
import type { Notice } from '../shared/ipc.ts'
import type { Log } from './log.ts'

/** Shows native notifications, where the system has them. */
export interface Notifier {
  show(notice: Notice): void
}

/** Builds it; choosing a notification calls `chosen`. A system without notifications costs a line in the log. */
export function createNotifier(log: Log, chosen: () => void): Notifier {
  // One that is not referenced is collected, and then its click leads nowhere.
  const shown = new Set<Notification>()
  return {
    show({ title, body }) {
      const shows = Notification.isSupported()
      log.info(shows ? 'Notified.' : 'Notifications are not supported here.', { title, body })
      if (!shows) return
      const options: NotificationConstructorOptions = { title, body }
      const notification = new Notification(options)
      shown.add(notification)
      const gone = (): void => void shown.delete(notification)
      notification.on('click', chosen)
      notification.on('close', gone)
      notification.on('failed', (_event, error) => {
        gone()
        log.warn('A notification was not shown.', error)
      })
      notification.show()
    }
  }
}
