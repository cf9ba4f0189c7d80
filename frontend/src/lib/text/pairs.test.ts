// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { newPair, objectOf, pairsOf } from './pairs.ts'

it('come from an object of the API and go back to one', () => {
  const pairs = pairsOf({ chief: 'Otieno', households: 212 })
  expect(pairs.map(({ name, value }) => [name, value])).toEqual([
    ['chief', 'Otieno'],
    ['households', '212'],
  ])
  expect(objectOf(pairs)).toEqual({ chief: 'Otieno', households: '212' })
})

it('without a name are left out, and of two of a name the last one counts', () => {
  const pairs = [newPair(' ', 'lost'), newPair('a', '1'), newPair(' a ', '2')]
  expect(objectOf(pairs)).toEqual({ a: '2' })
})
