// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { at, withAt } from './json.ts'

const object = { list: [{ name: 'a' }, { name: 'b', more: { here: true } }], one: { two: 2 } }

it('is looked into by names and positions', () => {
  expect(at(object, 'list', '1', 'more', 'here')).toBe(true)
  expect(at(object, 'list', '2', 'name')).toBeUndefined()
  expect(at(object, 'one', 'two', 'three')).toBeUndefined()
})

it('is changed without touching what it was', () => {
  const before = structuredClone(object)
  expect(withAt(object, ['list', '0', 'name'], 'c')['list']).toEqual([
    { name: 'c' },
    before.list[1],
  ])
  expect(withAt(object, ['list', '0', 'new', 'deep'], 1)['list']).toEqual([
    { name: 'a', new: { deep: 1 } },
    before.list[1],
  ])
  expect(withAt(object, ['list', '0'], undefined)['list']).toEqual([before.list[1]])
  expect(withAt(object, ['list', '2', 'name'], 'c')).toEqual(before)
  expect(withAt(object, ['one', 'two'], undefined)).toEqual({ ...before, one: {} })
  expect(object).toEqual(before)
})
