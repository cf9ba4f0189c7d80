// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../lib/i18n/languages.ts'

/** How a column shows a property (spec 10, 4.1); other formats are kept as they are. */
export const formats: Readonly<Record<string, MessageKey>> = {
  plain: 'format.plain',
  date: 'format.date',
  'time-ago': 'format.timeAgo',
  phone: 'format.phone',
  enum: 'format.enum',
  'conditional-enum': 'format.conditionalEnum',
  'enum-image': 'format.enumImage',
  'late-flag': 'format.lateFlag',
  invisible: 'format.invisible',
  address: 'format.address',
  distance: 'format.distance',
  markdown: 'format.markdown',
  picture: 'format.picture',
  audio: 'format.audio',
}

export const hasMapping = (format: string) =>
  ['enum', 'conditional-enum', 'enum-image'].includes(format)

export const sortTypes: Readonly<Record<string, MessageKey>> = {
  string: 'sort.type.string',
  int: 'sort.type.int',
  double: 'sort.type.double',
  date: 'sort.type.date',
  distance: 'sort.type.distance',
}

export const intervals: readonly [days: number, label: MessageKey][] = [
  [365.25, 'interval.years'],
  [30.4375, 'interval.months'],
  [7, 'interval.weeks'],
  [1, 'interval.days'],
]
