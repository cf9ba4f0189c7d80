// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../../lib/format/dayRange.ts'
import type { Filters } from '../../../ui/table/useFilters.ts'

export const requestFilterNames = ['connection', 'payload', 'url', 'status', 'from', 'to']

/** The filter that the address of the log asks for; days are those of the project. */
export function requestFilterOf(filters: Pick<Filters, 'get'>, timeZone: string) {
  const { from, before } = dayRangeOf(filters, timeZone)
  const status = Number(filters.get('status'))
  return {
    connectionId: filters.get('connection'),
    payloadId: filters.get('payload')?.trim() || null,
    url: filters.get('url')?.trim() || null,
    status: Number.isInteger(status) && status >= 100 && status < 600 ? status : null,
    since: from,
    until: before,
  }
}
