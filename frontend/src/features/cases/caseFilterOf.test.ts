// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { caseFilterOf, caseOrderOf, passesCaseFilter } from './caseFilterOf.ts'

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
  properties: { risk: 'high', age: '9.5', edd: '2026-05-01' },
}

describe('the filter of the Case List', () => {
  it('reads everything from the address', () => {
    expect(filterOf('type=mother&owner=u1&status=open&q=hal&property=risk%3Dhigh')).toEqual({
      type: 'mother',
      ownerId: 'u1',
      closed: false,
      text: 'hal',
      where: { all: [{ property: { name: 'risk', eq: 'high' } }] },
    })
  })

  it('leaves nothing out that it cannot read', () => {
    expect(filterOf('property=age%3Esoon&property=x').where).toEqual({
      all: [{ property: { name: 'age>soon' } }, { property: { name: 'x' } }],
    })
  })

  it('falls back to changed last first', () => {
    expect(caseOrderOf(new URLSearchParams('order=SIDEWAYS'))).toBe('SERVER_MODIFIED_DESC')
  })

  it('lets only matching changes count as new', () => {
    expect(passesCaseFilter(filterOf('q=wek hal&property=risk%3Dhigh'), mother)).toBe(true)
    expect(passesCaseFilter(filterOf('q=kesa'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('status=closed'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=risk%3Dlow'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=age%3E%3D9.5&property=age%3C10'), mother)).toBe(true)
    expect(passesCaseFilter(filterOf('property=age%3E9.5'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=edd%3C2026-06-01'), mother)).toBe(true)
    expect(passesCaseFilter(filterOf('property=risk%3E5'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=none%3C5'), mother)).toBe(false)
    expect(passesCaseFilter(filterOf('property=none!%3Dx'), mother)).toBe(true)
    expect(passesCaseFilter(filterOf(''), { ...mother, deleted: true })).toBe(false)
  })
})
