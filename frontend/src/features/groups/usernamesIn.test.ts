// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { usernamesIn } from './usernamesIn.ts'

it.each([
  ['amina\nbaraka\tcherono', ['amina', 'baraka', 'cherono']],
  [' Amina, amina;AMINA@demo.commcarehq.org ', ['amina']],
  ['', []],
])('%j names %j', (text, names) => {
  expect(usernamesIn(text)).toEqual(names)
})
