// SPDX-License-Identifier: Apache-2.0
import { nextDay, startOfDay } from './startOfDay.ts'

type Days = { get: (name: string) => string | null }

/** From the first moment of the day `from` to before the day after `to`, as an address names them. */
export function dayRangeOf(days: Days, timeZone: string) {
  const from = dayOf(days.get('from'))
  const to = dayOf(days.get('to'))
  return {
    from: from && startOfDay(from, timeZone),
    before: to && startOfDay(nextDay(to), timeZone),
  }
}

function dayOf(value: string | null): string | null {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : null
}
