// SPDX-License-Identifier: Apache-2.0

export type Hour = {
  attempts: number
  failed: number
  halfWithin: number | null
  mostWithin: number | null
}

/** What the hours say together; `usual` is how long half of the deliveries of the usual hour took. */
export function dayOf(hours: readonly Hour[]) {
  const sum = (of: (hour: Hour) => number) => hours.reduce((all, hour) => all + of(hour), 0)
  const halves = hours.flatMap(({ halfWithin }) => halfWithin ?? []).toSorted((a, b) => a - b)
  const slow = hours.flatMap(({ mostWithin }) => mostWithin ?? [])
  return {
    attempts: sum(({ attempts }) => attempts),
    failed: sum(({ failed }) => failed),
    usual: halves[Math.floor((halves.length - 1) / 2)] ?? null,
    slowest: slow.length > 0 ? Math.max(...slow) : null,
  }
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** How long ago something was, in the largest unit that fits: "3 hours". */
export function agoOf(locale: string, then: Date, now: Date): string {
  const millis = Math.max(0, now.getTime() - then.getTime())
  const [unit, size] = units.find(([, each]) => millis >= each) ?? (['second', 1000] as const)
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.floor(millis / size))
}
