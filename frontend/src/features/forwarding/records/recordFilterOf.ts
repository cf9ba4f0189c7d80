// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../../lib/format/dayRange.ts'
import type { Filters } from '../../../ui/table/useFilters.ts'
import { recordStates, type RecordState } from './recordState.ts'

export const recordFilterNames = ['forwarder', 'state', 'payload', 'from', 'to']

const isState = (text: string | null): text is RecordState => text !== null && text in recordStates

/** The filter that the address of the report asks for; days are those of the project. */
export function recordFilterOf(filters: Pick<Filters, 'get'>, timeZone: string) {
  const { from, before } = dayRangeOf(filters, timeZone)
  const state = filters.get('state')
  return {
    forwarderId: filters.get('forwarder') || null,
    state: isState(state) ? state : null,
    payloadId: filters.get('payload')?.trim() || null,
    since: from,
    until: before,
  }
}
