// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { logFileOf } from './logFileOf.ts'

it('asks for what the filter of the page lets through', () => {
  const filter = { actor: 'a@x.example', action: null, address: null, from: null, until: null }
  expect(logFileOf('de mo', 'audit-log', 'xlsx', filter)).toBe(
    '/a/de%20mo/data/export/audit-log?format=xlsx&actor=a%40x.example',
  )
})
