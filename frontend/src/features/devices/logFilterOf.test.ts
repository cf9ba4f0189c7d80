// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { logFilterOf } from './logFilterOf.ts'

const filterOf = (query: string) => logFilterOf(new URLSearchParams(query), 'Africa/Nairobi')

it('asks for everything when the address names nothing', () => {
  expect(filterOf('')).toEqual({
    type: null,
    userId: null,
    deviceId: null,
    signature: null,
    from: null,
    until: null,
  })
})

it('takes the address at its word, and its days as those of the project', () => {
  expect(filterOf('type=forceclose&worker=u1&device= d1 &crash=c1&from=2026-11-21')).toEqual({
    type: 'forceclose',
    userId: 'u1',
    deviceId: 'd1',
    signature: 'c1',
    from: '2026-11-20T21:00:00.000Z',
    until: null,
  })
})
