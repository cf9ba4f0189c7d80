// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../lib/format/dayRange.ts'
import type { Filters } from '../../ui/table/useFilters.ts'

export const logFilterNames = ['type', 'worker', 'device', 'crash', 'from', 'to']

/** What phones write most; the list is open. */
export const logTypes = ['exception', 'forceclose', 'user', 'form-submission', 'maintenance']

/** The filter that the address of the device log asks for; days are those of the project. */
export function logFilterOf(filters: Pick<Filters, 'get'>, timeZone: string) {
  const { from, before } = dayRangeOf(filters, timeZone)
  return {
    type: filters.get('type'),
    userId: filters.get('worker'),
    deviceId: filters.get('device')?.trim() || null,
    signature: filters.get('crash'),
    from,
    until: before,
  }
}
