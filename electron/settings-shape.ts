import * as v from 'valibot'
import type { Settings, SettingsChange } from '../shared/settings.ts'
import { ownId, serviceId } from './inputs-outbox.ts'
import { gridSettings } from './settings-grid.ts'

/** What holds while nobody chose otherwise. Times in ms; the pace and the times to live are the documented ones. */
export const defaultSettings: Settings = {
  locale: 'system',
  theme: 'system',
  density: 'compact',
  zoom: 1,
  requestsPerSecond: 5,
  requestTimeoutMs: 30_000,
  cache: { operatorsTtlMs: 60_000, organizationsTtlMs: 300_000 },
  outbox: { settleMs: 60_000, paused: false },
  openAccount: null,
  openOrganization: {},
  grids: {}
}

const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000))
const locale = v.picklist(['system', 'en', 'he', 'uk'])
const theme = v.picklist(['system', 'light', 'dark'])
const density = v.picklist(['compact', 'comfortable'])
const zoom = v.pipe(v.number(), v.minValue(0.5), v.maxValue(3))
const requestsPerSecond = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
const requestTimeoutMs = v.pipe(v.number(), v.minValue(100), v.maxValue(600_000))
const openOrganization = v.record(ownId, v.union([serviceId, v.literal('all')]))
const grids = v.record(ownId, gridSettings)

/** A change that the window asks for: known settings only, each within its bounds. */
export const settingsChange: v.GenericSchema<unknown, SettingsChange> = v.strictObject({
  locale: v.exactOptional(locale),
  theme: v.exactOptional(theme),
  density: v.exactOptional(density),
  zoom: v.exactOptional(zoom),
  requestsPerSecond: v.exactOptional(requestsPerSecond),
  requestTimeoutMs: v.exactOptional(requestTimeoutMs),
  cache: v.exactOptional(
    v.strictObject({ operatorsTtlMs: duration, organizationsTtlMs: duration })
  ),
  outbox: v.exactOptional(v.strictObject({ settleMs: duration, paused: v.boolean() })),
  openOrganization: v.exactOptional(openOrganization),
  grids: v.exactOptional(grids)
})

/** Reads stored settings: what is missing or out of bounds takes its default, alone; what is unknown is left out. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const ground = defaultSettings
  const cache = asRecord(stored['cache'])
  const outbox = asRecord(stored['outbox'])
  return {
    locale: valid(locale, stored['locale'], ground.locale),
    theme: valid(theme, stored['theme'], ground.theme),
    density: valid(density, stored['density'], ground.density),
    zoom: valid(zoom, stored['zoom'], ground.zoom),
    requestsPerSecond: valid(
      requestsPerSecond,
      stored['requestsPerSecond'],
      ground.requestsPerSecond
    ),
    requestTimeoutMs: valid(requestTimeoutMs, stored['requestTimeoutMs'], ground.requestTimeoutMs),
    cache: {
      operatorsTtlMs: valid(duration, cache['operatorsTtlMs'], ground.cache.operatorsTtlMs),
      organizationsTtlMs: valid(
        duration,
        cache['organizationsTtlMs'],
        ground.cache.organizationsTtlMs
      )
    },
    outbox: {
      settleMs: valid(duration, outbox['settleMs'], ground.outbox.settleMs),
      paused: valid(v.boolean(), outbox['paused'], ground.outbox.paused)
    },
    openAccount: valid(v.nullable(ownId), stored['openAccount'], ground.openAccount),
    openOrganization: valid(openOrganization, stored['openOrganization'], ground.openOrganization),
    grids: readGrids(stored['grids'])
  }
}

/** Each account's own: one that cannot be read does not take the others with it. */
function readGrids(stored: unknown): Settings['grids'] {
  const readable = Object.entries(asRecord(stored)).flatMap(([id, grid]) => {
    const parsed = v.safeParse(v.tuple([ownId, gridSettings]), [id, grid])
    return parsed.success ? [parsed.output] : []
  })
  return Object.fromEntries(readable)
}

/** An object as a record; anything else as an empty one. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function valid<T>(schema: v.GenericSchema<unknown, T>, value: unknown, fallback: T): T {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : fallback
}
