// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { downloadOf } from './downloadOf.ts'

const address = (search: string) => {
  const params = new URLSearchParams(search)
  return {
    get: (name: string) => params.get(name),
    all: (name: string) => params.getAll(name),
  }
}

describe('a download', () => {
  it('holds the workers that the list showed, with the filters of its address', () => {
    const workers = { value: 'MOBILE_WORKERS' } as const
    expect(
      downloadOf(workers, address('q=am &status=all&group=g1&location=l1&order=CREATED_DESC')),
    ).toEqual({
      workbook: 'MOBILE_WORKERS',
      mobileWorkers: { search: 'am', active: null, groupId: 'g1', locationId: 'l1' },
    })
    expect(downloadOf(workers, address('')).mobileWorkers).toEqual({
      search: null,
      active: true,
      groupId: null,
      locationId: null,
    })
  })

  it('holds all lookup tables unless some are named', () => {
    const tables = { value: 'LOOKUP_TABLES' } as const
    expect(downloadOf(tables, address(''))).toEqual({ workbook: 'LOOKUP_TABLES' })
    expect(downloadOf(tables, address('table=a&table=b'))).toEqual({
      workbook: 'LOOKUP_TABLES',
      lookupTableIds: ['a', 'b'],
    })
  })

  it('leaves archived locations out unless they are asked for', () => {
    const locations = { value: 'LOCATIONS' } as const
    expect(downloadOf(locations, address('within=l1')).locations).toEqual({
      withinId: 'l1',
      archived: false,
    })
    expect(downloadOf(locations, address('archived=yes')).locations).toEqual({
      withinId: null,
      archived: null,
    })
  })
})
