/** Notices work that really takes time, on disks and in databases, while virtual time stands still. */
export class Busy {
  #running = 0

  /** The same port; what it promises counts as work until it is there. */
  wrap<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        return typeof member === 'function'
          ? (...args: unknown[]) => this.#counted(Reflect.apply(member, target, args))
          : member
      }
    })
  }

  /** Resolves once nothing runs, and nothing was begun by what had run. */
  async over(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#running > 0) quiet = -1
    }
  }

  #counted(answer: unknown): unknown {
    if (!(answer instanceof Promise)) return answer
    this.#running += 1
    return answer.finally(() => (this.#running -= 1))
  }
}
