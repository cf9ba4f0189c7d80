// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useI18n } from '../i18n/I18nContext.tsx'
import { useMaybeProject } from '../project/ProjectContext.tsx'

export type Format = {
  timeZone: string
  dateTime: (iso: string) => string
  /** With seconds and the name of the time zone. */
  exactDateTime: (iso: string) => string
  time: (iso: string) => string
  date: (iso: string) => string
  /** A calendar day, `YYYY-MM-DD`, which belongs to no time zone. */
  day: (day: string) => string
  weekday: (day: string) => string
  number: (value: number) => string
  bytes: (size: number) => string
}

/** Dates and numbers as the reader writes them, in the time zone of the project. */
export function useFormat(): Format {
  const { locale } = useI18n()
  const projectZone = useMaybeProject()?.timeZone
  return useMemo(() => createFormat(locale, projectZone ?? browserZone()), [locale, projectZone])
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function createFormat(locale: string, timeZone: string): Format {
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options)
    return (iso: string) => format.format(new Date(iso))
  }
  const numbers = new Intl.NumberFormat(locale)
  return {
    timeZone,
    dateTime: dates({ ...date, ...time, timeZone }),
    exactDateTime: dates({ ...date, ...time, second: '2-digit', timeZoneName: 'short', timeZone }),
    time: dates({ ...time, timeZone }),
    date: dates({ ...date, timeZone }),
    day: dates({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
    weekday: dates({ weekday: 'narrow', timeZone: 'UTC' }),
    number: (value) => numbers.format(value),
    bytes: (size) => formatBytes(locale, size),
  }
}

function formatBytes(locale: string, size: number): string {
  const [value, unit] =
    size < 1000
      ? [size, 'byte']
      : size < 1_000_000
        ? [size / 1000, 'kilobyte']
        : [size / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    // In short, English has no plural of bytes.
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
