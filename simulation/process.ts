/** A process that can be killed: what it awaits never comes back to it, what it has begun outside goes on. */
export class Process {
  #alive = true

  get alive(): boolean {
    return this.#alive
  }

  kill(): void {
    this.#alive = false
  }

  /** A port as this process sees it. */
  guard<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        return isCall(member) ? this.#guarded(target, member) : member
      }
    })
  }

  /** Something that is called later, unless the process is dead by then. */
  later(run: () => void): () => void {
    return () => {
      if (this.#alive) run()
    }
  }

  #guarded(target: object, call: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    return (...args) => {
      if (!this.#alive) return never()
      const answer = Reflect.apply(call, target, args)
      if (!(answer instanceof Promise)) return answer
      return answer.then(
        (value: unknown) => (this.#alive ? value : never()),
        (error: unknown) => (this.#alive ? Promise.reject(asError(error)) : never())
      )
    }
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function isCall(member: unknown): member is (...args: unknown[]) => unknown {
  return typeof member === 'function'
}
