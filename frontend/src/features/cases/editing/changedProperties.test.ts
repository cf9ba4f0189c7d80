// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { changedProperties } from './changedProperties.ts'

it('sends what was changed, emptied or added, and nothing that stayed', () => {
  const before = { village: 'Kibera', age: '5', note: 'x' }
  expect(changedProperties(before, { village: 'Kibera', age: '6', note: '', phone: '7' })).toEqual([
    { name: 'age', value: '6' },
    { name: 'note', value: '' },
    { name: 'phone', value: '7' },
  ])
})
