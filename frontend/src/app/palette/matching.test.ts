// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { looksLikeId, matches } from './matching.ts'

it('finds a label by the beginnings of its words, in any order, without accents', () => {
  expect(matches('Submit History', 'his sub')).toBe(true)
  expect(matches('Clés API', 'cles')).toBe(true)
  expect(matches('Case List', 'ist')).toBe(false)
})

it('asks the server only for texts that can be ids', () => {
  expect(looksLikeId('10476e9f-c517-4be2-a2f3-9aecc207d7fb')).toBe(true)
  expect(looksLikeId('household')).toBe(false)
  expect(looksLikeId('afya 2026 kisumu')).toBe(false)
})
