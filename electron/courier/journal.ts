import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../chathub/clock.ts'
import type { JournalFile } from './journal-file.ts'
import { apply, emptyFold, foldBytes, forgetOld, recordsOf, type Fold } from './journal-fold.ts'
import { encodeLine } from './journal-line.ts'
import { storedForm, type StoredRecord } from './journal-record.ts'
import { storageFailure } from './storage-failure.ts'

/** A journal smaller than this is never rewritten, bytes. */
const smallBytes = 64 * 1_024
const lineEnd = Buffer.from('\n')

/** One account's journal, open. */
export interface Journal {
  /** What it holds, on the disk already. Not to be changed. */
  readonly fold: () => Fold
  /** Appends records, all or none; resolves once they are on the disk. Calls at the same time share one sync. */
  readonly append: (records: readonly StoredRecord[]) => Promise<Result<null, Failure>>
  /** Begins anew with these records, the first of which is a header. */
  readonly restart: (records: readonly StoredRecord[]) => Promise<Result<null, Failure>>
  /** Resolves when nothing is being written. */
  readonly idle: () => Promise<void>
}

interface Job {
  readonly kind: 'append' | 'restart'
  readonly records: readonly StoredRecord[]
  readonly done: (result: Result<null, Failure>) => void
  readonly broken: (error: unknown) => void
}

/** Opens a journal, cutting an incomplete last line. A missing file is an empty journal, without a header. */
export async function openJournal(
  file: JournalFile,
  clock: Clock
): Promise<Result<Journal, Failure>> {
  const writer = new Writer(file, clock)
  try {
    await writer.load()
  } catch (error) {
    return failed(storageFailure(error, 'journal'))
  }
  return ok({
    fold: () => writer.fold,
    append: (records) => writer.enqueue('append', records),
    restart: (records) => writer.enqueue('restart', records),
    idle: () => writer.writing
  })
}

class Writer {
  fold: Fold = emptyFold()
  writing: Promise<void> = Promise.resolve()
  private readonly file: JournalFile
  private readonly clock: Clock
  private jobs: Job[] = []
  private busy = false
  /** The length of what is good; what stands behind it is to be cut. */
  private length = 0
  private tail: 'clean' | 'to-cut' | 'to-end' | 'unknown' = 'clean'
  private compactedLength = 0

  constructor(file: JournalFile, clock: Clock) {
    this.file = file
    this.clock = clock
  }

  /** Reads the file; where its end cannot be mended now (a read-only folder), the next write has to. */
  async load(): Promise<void> {
    await this.read()
    await this.mend().catch((error: unknown) => storageFailure(error, 'journal'))
  }

  enqueue(kind: Job['kind'], records: readonly StoredRecord[]): Promise<Result<null, Failure>> {
    return new Promise((resolve, reject) => {
      this.jobs.push({ kind, records, done: resolve, broken: reject })
      if (!this.busy) this.writing = this.work()
    })
  }

  private async work(): Promise<void> {
    this.busy = true
    // A turn of the loop, so that what is asked for at the same time is written together.
    await Promise.resolve()
    while (this.jobs.length > 0) await this.write(this.nextBatch())
    this.busy = false
  }

  /** A restart by itself, or all appends up to the next restart. */
  private nextBatch(): Job[] {
    const restart = this.jobs.findIndex(({ kind }) => kind === 'restart')
    const count = restart === -1 ? this.jobs.length : Math.max(1, restart)
    return this.jobs.splice(0, count)
  }

  private async write(batch: readonly Job[]): Promise<void> {
    try {
      const result = await this.attempt(batch)
      for (const { done } of batch) done(result)
      if (result.ok) await this.compact()
    } catch (error) {
      for (const { broken } of batch) broken(error)
    }
  }

  private async attempt(batch: readonly Job[]): Promise<Result<null, Failure>> {
    const records = batch.flatMap((job) => job.records)
    try {
      if (batch[0]?.kind === 'restart') await this.replaceBy(records)
      else if (!(await this.appended(records))) return failed(noJournal)
      return ok(null)
    } catch (error) {
      const failure = storageFailure(error, 'journal')
      await this.mend().catch((again: unknown) => storageFailure(again, 'journal'))
      return failed(failure)
    }
  }

  private async appended(records: readonly StoredRecord[]): Promise<boolean> {
    await this.mend()
    if (this.fold.storeId === null) return false
    const bytes = bytesOf(records)
    this.tail = 'to-cut'
    await this.file.append(this.length, bytes)
    this.tail = 'clean'
    this.length += bytes.length
    for (const record of records) apply(this.fold, record)
    return true
  }

  private async replaceBy(records: readonly StoredRecord[]): Promise<void> {
    const bytes = bytesOf(records)
    this.tail = 'unknown'
    await this.file.replace(bytes)
    this.tail = 'clean'
    this.length = bytes.length
    this.compactedLength = bytes.length
    this.fold = emptyFold()
    for (const record of records) apply(this.fold, record)
  }

  /** Makes the end of the file the end of what is good; rejects where that is not possible now. */
  private async mend(): Promise<void> {
    if (this.tail === 'unknown') await this.read()
    if (this.tail === 'to-cut') await this.file.truncate(this.length)
    if (this.tail === 'to-end') {
      await this.file.append(this.length, lineEnd)
      this.length += lineEnd.length
    }
    this.tail = 'clean'
  }

  private async read(): Promise<void> {
    const bytes = (await this.file.read()) ?? new Uint8Array()
    const { fold, keep, openEnd } = foldBytes(bytes)
    this.fold = fold
    this.length = keep
    this.tail = openEnd ? 'to-end' : keep < bytes.length ? 'to-cut' : 'clean'
  }

  /** Rewrites the file without what is over, once it has grown to several times its last compact size. */
  private async compact(): Promise<void> {
    if (this.fold.storeId === null || this.length <= smallBytes + 2 * this.compactedLength) return
    forgetOld(this.fold, this.clock.now())
    try {
      await this.replaceBy(recordsOf(this.fold))
    } catch (error) {
      // The journal is as good as before, only longer: a full disk must not keep short records out.
      storageFailure(error, 'journal')
      this.compactedLength = this.length
    }
  }
}

const noJournal: Failure = {
  kind: 'not-stored',
  cause: 'other',
  place: 'journal',
  code: 'NO_JOURNAL'
}

function bytesOf(records: readonly StoredRecord[]): Uint8Array {
  return Buffer.concat(records.map((record) => encodeLine(storedForm(record))))
}
