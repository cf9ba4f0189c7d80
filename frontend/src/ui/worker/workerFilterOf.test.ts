// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { workerFilterOf, workerOrderOf } from './workerFilterOf.ts'

const address = (search: string) => {
  const params = new URLSearchParams(search)
  return { get: (name: string) => params.get(name) }
}

describe('the filters of mobile workers', () => {
  it('ask for those who are let in when the address says nothing', () => {
    expect(workerFilterOf(address(''))).toEqual({
      search: null,
      active: true,
      groupId: null,
      locationId: null,
    })
  })

  it('say what the address says', () => {
    expect(workerFilterOf(address('q= am&status=deactivated&group=g1&location=l1'))).toEqual({
      search: 'am',
      active: false,
      groupId: 'g1',
      locationId: 'l1',
    })
    expect(workerFilterOf(address('status=all')).active).toBeNull()
  })

  it('know the orders that the server knows', () => {
    expect(workerOrderOf(address('order=CREATED_DESC'))).toBe('CREATED_DESC')
    expect(workerOrderOf(address('order=salary'))).toBe('USERNAME_ASC')
  })
})
