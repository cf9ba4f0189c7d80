// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { caseFilterOf, caseOrderOf, passesCaseFilter, readProperty } from './caseFilterOf.ts'

const filterOf = (query: string) => {
  const params = new URLSearchParams(query)
  return caseFilterOf({ get: (name) => params.get(name), all: (name) => params.getAll(name) })
}
const mother = {
  type: 'mother',
  name: 'Halima Wekesa',
  ownerId: 'u1',
  closed: false,
  deleted: false,
  properties: { risk: 'high' },
}

describe('the filter of the Case List', () => {
  it('reads everything from the address', () => {
    expect(filterOf('type=mother&owner=u1&status=open&q=hal&property=risk%3Dhigh')).toEqual({
      type: 'mother',
      ownerId: 'u1',
      closed: false,
      text: 'hal',
      properties: [{ name: 'risk', value: 'high' }],
    })
  })

  it('keeps signs of equality inside the value of a property', () => {
    expect(readProperty('formula = a=b')).toEqual({ name: 'formula', value: 'a=b' })
    expect(readProperty('=b')).toBeNull()
    expect(readProperty('alone')).toBeNull()
  })

  it('falls back to changed last first', () => {
    expect(caseOrderOf(new URLSearchParams('order=SIDEWAYS'))).toBe('SERVER_MODIFIED_DESC')
  })

  it('lets only matching changes count as new', () => {
    expect(passesCaseFilter(filterOf('q=wek hal&property=risk%3Dhigh'), mother)).toBe(true)
    expect(passesCaseFilter(filterOf('q=kesa'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('status=closed'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=risk%3Dlow'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf(''), { ...mother, deleted: true })).toBe(false)
  })
})
