import { describe, expect, it } from 'vitest'
import { moveInMenu } from './menu.ts'

const labels = ['Activate', 'Deactivate', 'Delete', 'Copy']

describe('moving in a menu', () => {
  it('goes down and up, around the ends', () => {
    expect(moveInMenu(labels, -1, 'ArrowDown')).toBe(0)
    expect(moveInMenu(labels, 3, 'ArrowDown')).toBe(0)
    expect(moveInMenu(labels, 0, 'ArrowUp')).toBe(3)
    expect(moveInMenu(labels, -1, 'ArrowUp')).toBe(3)
  })

  it('goes to the ends', () => {
    expect(moveInMenu(labels, 2, 'Home')).toBe(0)
    expect(moveInMenu(labels, 0, 'End')).toBe(3)
  })

  it('finds the next item by its letter', () => {
    expect(moveInMenu(labels, 0, 'd')).toBe(1)
    expect(moveInMenu(labels, 1, 'D')).toBe(2)
    expect(moveInMenu(labels, 2, 'd')).toBe(1)
    expect(moveInMenu(labels, 0, 'z')).toBeNull()
  })

  it('leaves other keys alone, and an empty menu', () => {
    expect(moveInMenu(labels, 0, 'Tab')).toBeNull()
    expect(moveInMenu([], -1, 'ArrowDown')).toBeNull()
  })
})
