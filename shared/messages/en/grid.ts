/** Operators: the grid, its toolbar, its row menus. */
export const grid = {}
