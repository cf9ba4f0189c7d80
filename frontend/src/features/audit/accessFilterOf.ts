// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../lib/format/dayRange.ts'
import type { Filters } from '../../ui/table/useFilters.ts'

export const accessFilterNames = ['user', 'address', 'from', 'to']

/** The filter that the address of the page asks for; days are those of the project. */
export function accessFilterOf(filters: Pick<Filters, 'get'>, timeZone: string) {
  const { from, before } = dayRangeOf(filters, timeZone)
  return {
    username: filters.get('user')?.trim() || null,
    address: filters.get('address')?.trim() || null,
    from,
    until: before,
  }
}
