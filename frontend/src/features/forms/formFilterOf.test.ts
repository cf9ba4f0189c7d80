// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { formFilterOf, passesFormFilter } from './formFilterOf.ts'

const filterOf = (query: string) => formFilterOf(new URLSearchParams(query), 'Africa/Nairobi')
const form = {
  state: 'NORMAL',
  xmlns: 'urn:visit',
  userId: 'u1',
  receivedOn: '2026-11-21T20:59:59.000000Z',
} as const

describe('the filter of Submit History', () => {
  it('asks for normal forms when the address names no state, or an unknown one', () => {
    expect(filterOf('').states).toEqual(['NORMAL'])
    expect(filterOf('state=SOMETHING').states).toEqual(['NORMAL'])
    expect(filterOf('state=ARCHIVED').states).toEqual(['ARCHIVED'])
  })

  it('takes days as those of the project, the last one whole', () => {
    const filter = filterOf('from=2026-11-21&to=2026-11-21')
    expect(filter.receivedFrom).toBe('2026-11-20T21:00:00.000Z')
    expect(filter.receivedBefore).toBe('2026-11-21T21:00:00.000Z')
    expect(passesFormFilter(filter, form)).toBe(true)
    expect(passesFormFilter(filter, { ...form, receivedOn: '2026-11-21T21:00:00.000000Z' })).toBe(
      false,
    )
  })

  it('ignores what is not a day', () => {
    expect(filterOf('from=yesterday').receivedFrom).toBeNull()
  })

  it('lets only matching arrivals count as new', () => {
    expect(passesFormFilter(filterOf('xmlns=urn:visit&worker=u1'), form)).toBe(true)
    expect(passesFormFilter(filterOf('worker=u2'), form)).toBe(false)
    expect(passesFormFilter(filterOf('state=ERROR'), form)).toBe(false)
  })
})
