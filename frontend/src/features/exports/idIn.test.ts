// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { idIn } from './idIn.ts'

it('finds an id in what somebody pasted', () => {
  expect(idIn('  c1 ')).toBe('c1')
  expect(idIn('https://hq.example.org/a/demo/reports/case_data/c1/')).toBe('c1')
  expect(idIn('https://hq.example.org/app/p/demo/forms/f%201?tab=raw')).toBe('f 1')
})
