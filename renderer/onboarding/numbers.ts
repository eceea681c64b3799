/** Numbers that are pushed one by one into a typed array that doubles when it is full. */
export class Numbers {
  length = 0
  private values = new Uint32Array(1 << 10)

  get last(): number {
    return this.values[this.length - 1] ?? 0
  }

  at(index: number): number | undefined {
    return index < this.length ? this.values[index] : undefined
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    this.length += 1
  }

  /** A copy of what was pushed. */
  done(): Uint32Array {
    return this.values.slice(0, this.length)
  }
}
