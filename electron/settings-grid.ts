import * as v from 'valibot'
import {
  columnWidths,
  gridColumns,
  rowFilters,
  viewLimits,
  type GridSettings
} from '../shared/grid-settings.ts'

const column = v.strictObject({
  column: v.picklist(gridColumns),
  width: v.nullable(v.pipe(v.number(), v.minValue(columnWidths.from), v.maxValue(columnWidths.to))),
  shown: v.boolean()
})
const columns = v.pipe(v.array(column), v.maxLength(gridColumns.length))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

const view = v.strictObject({
  id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(viewLimits.name)),
  text: v.pipe(v.string(), v.maxLength(400)),
  chosen: v.pipe(v.array(v.picklist([0, 1, 2])), v.maxLength(3)),
  filters: v.pipe(v.array(v.picklist(rowFilters)), v.maxLength(rowFilters.length)),
  since: v.optional(v.pipe(v.string(), v.isoDate())),
  sort: v.pipe(
    v.array(v.strictObject({ by: v.picklist(gridColumns), descending: v.boolean() })),
    v.maxLength(gridColumns.length)
  ),
  columns
})

/** What a person chose about the grid of one account; at the border and in the file alike. */
export const gridSettings: v.GenericSchema<unknown, GridSettings> = v.strictObject({
  columns,
  views: v.pipe(v.array(view), v.maxLength(viewLimits.count)),
  startView: v.nullable(id)
})
