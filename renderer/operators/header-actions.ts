import type { GridColumn } from '../../shared/grid-settings.ts'
import { never } from '../../shared/never.ts'
import type { GridChoices } from './grid-choices.svelte.ts'
import type { HeaderAction } from './header-keys.ts'
import type { Operators } from './operators.svelte.ts'

/** The header on which something is done. */
export interface FocusedHeader {
  readonly operators: Pick<Operators, 'sort' | 'pointer'>
  readonly choices: Pick<GridChoices, 'shown' | 'resize' | 'move'>
  /** Its place among the columns that show. */
  readonly place: number
  /** As wide as it is now, px. */
  readonly width: number
  readonly onmenu: () => void
}

/** Does with a column what a key on its header means. */
export function actOnHeader(action: HeaderAction, header: FocusedHeader): void {
  const { operators, choices, place, width, onmenu } = header
  const column: GridColumn = choices.shown[place] ?? 'name'
  switch (action.kind) {
    case 'sort':
      operators.sort(column, action.too)
      return
    case 'resize':
      choices.resize(column, width + action.by)
      return
    case 'move':
      move(header, column, place + action.by)
      return
    case 'menu':
      onmenu()
      return
    default:
      never(action)
  }
}

/** The focus goes with the column. */
function move({ operators, choices }: FocusedHeader, column: GridColumn, place: number): void {
  if (place < 0 || place >= choices.shown.length) return
  choices.move(column, place)
  operators.pointer.focus({ row: -1, column: place })
}
