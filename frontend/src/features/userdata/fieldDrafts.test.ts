// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { choicesIn, draftOf, fieldOf, keyOf, moved } from './fieldDrafts.ts'

it('a field survives being a draft', () => {
  const field = {
    slug: 'cadre',
    label: 'Cadre',
    required: true,
    choices: ['nurse', 'chw'],
    regex: '',
    regexMessage: '',
  }
  expect(fieldOf(draftOf(field))).toEqual(field)
})

it('choices are lines, each once', () => {
  expect(choicesIn(' nurse \n\nchw\nnurse')).toEqual(['nurse', 'chw'])
})

it.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 3, ['a', 'b', 'c']],
])('an item moves from %i to %i', (from, to, list) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(list)
})

it.each([
  ['Years of service', 'years_of_service'],
  ['2nd village', 'nd_village'],
  ['Métier', 'metier'],
])('%s gets the key %s', (label, key) => {
  expect(keyOf(label)).toBe(key)
})
