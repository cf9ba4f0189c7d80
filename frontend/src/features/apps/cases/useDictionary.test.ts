// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { withWords } from './useDictionary.ts'

it('offers what the dictionary has and does not deprecate', () => {
  const words = { label: '', description: '', deprecated: false }
  const dictionary = new Map([
    ['weight', words],
    ['name', words],
    ['old', { ...words, deprecated: true }],
  ])
  expect(withWords(['village'], dictionary)).toEqual(['village', 'weight'])
  expect(withWords(['old'], dictionary)).toEqual(['old', 'weight'])
})
