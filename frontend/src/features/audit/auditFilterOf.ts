// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../lib/format/dayRange.ts'
import type { Filters } from '../../ui/table/useFilters.ts'

export const auditFilterNames = ['user', 'action', 'address', 'from', 'to']

/** The filter that the address of the book asks for; days are those of the project. */
export function auditFilterOf(filters: Pick<Filters, 'get'>, timeZone: string) {
  const { from, before } = dayRangeOf(filters, timeZone)
  return {
    actor: filters.get('user')?.trim() || null,
    action: filters.get('action'),
    address: filters.get('address')?.trim() || null,
    from,
    until: before,
  }
}
