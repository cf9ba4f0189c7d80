// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { presetOf, tokenUrlOf } from './authTypes.ts'
import type { ConnectionNow } from './connectionQuery.ts'
import {
  emptyConnection,
  inputOf,
  leadsElsewhere,
  newHeader,
  valuesOf,
} from './connectionValues.ts'

const saved: ConnectionNow = {
  id: 'c1',
  name: 'Clinic',
  url: 'https://clinic.example.org/in',
  notifyAddresses: ['a@example.org', 'b@example.org'],
  notifyAfter: 5,
  auth: {
    type: 'BASIC',
    username: 'baraza',
    clientId: '',
    tokenUrl: '',
    refreshUrl: '',
    credentialsInHeader: false,
    hasPassword: true,
    hasClientSecret: false,
  },
  skipCertVerify: false,
  headerNames: ['X-Clinic'],
  usedBy: 0,
  updatedAt: '2026-03-01T08:00:00.000000Z',
}

describe('what is saved of a connection', () => {
  it('leaves out secrets that nobody typed, so that they stay', () => {
    const { auth, headers, notifyAddresses, notifyAfter } = inputOf(valuesOf(saved))
    expect(auth).not.toHaveProperty('password')
    expect(headers).toEqual([{ name: 'X-Clinic' }])
    expect(notifyAddresses).toEqual(['a@example.org', 'b@example.org'])
    expect(notifyAfter).toBe(5)
  })

  it('has those that were typed, and empties those that the auth type does not need', () => {
    const typed = inputOf({ ...valuesOf(saved), type: 'API_KEY', password: 'new' })
    expect(typed.auth).toMatchObject({ username: '', password: 'new', clientSecret: '' })
    expect(inputOf({ ...valuesOf(saved), type: 'NONE' }).auth).toMatchObject({ password: '' })
  })

  it('gives a new header the value it has, even an empty one, and drops one without a name', () => {
    const headers = [{ ...newHeader('X-New'), value: '' }, newHeader()]
    expect(inputOf({ ...emptyConnection, headers }).headers).toEqual([{ name: 'X-New', value: '' }])
  })
})

const to = (url: string) => leadsElsewhere(saved, { ...valuesOf(saved), url })

describe('a changed address', () => {
  it('leads elsewhere when the server is another one, not when only the path is', () => {
    expect(to('https://clinic.example.org/other')).toBe(false)
    expect(to('https://other.example.org/in')).toBe(true)
    expect(to('http://clinic.example.org/in')).toBe(true)
  })
})

describe('an API auth preset', () => {
  it('finds where tokens are given from the address, and is known again by that', () => {
    const tokenUrl = tokenUrlOf('https://play.dhis2.example/api/events', 'dhis2')
    expect(tokenUrl).toBe('https://play.dhis2.example/uaa/oauth/token')
    expect(presetOf('https://play.dhis2.example/api/events', tokenUrl)).toBe('dhis2')
    expect(presetOf('https://play.dhis2.example/', 'https://elsewhere.example/token')).toBe(
      'custom',
    )
  })
})
