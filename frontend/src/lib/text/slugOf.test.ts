// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { slugOf } from './slugOf.ts'

it.each([
  ['Afya Bora, Kisumu', 'afya-bora-kisumu'],
  ['Santé à domicile', 'sante-a-domicile'],
  ['  --  ', ''],
  ['x'.repeat(80), 'x'.repeat(63)],
])('%s becomes %s', (displayName, slug) => {
  expect(slugOf(displayName)).toBe(slug)
})
