// SPDX-License-Identifier: Apache-2.0

/** What a usual day brings: the median of the days before today, so that one odd day does not count. */
export function usualDay(days: { count: number }[]): number {
  const counts = days
    .slice(0, -1)
    .map(({ count }) => count)
    .toSorted((a, b) => a - b)
  const middle = Math.floor(counts.length / 2)
  const upper = counts[middle] ?? 0
  return counts.length % 2 === 1 ? upper : Math.round(((counts[middle - 1] ?? 0) + upper) / 2)
}
