// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { DataType, Group, Property } from './dictionaryQuery.ts'

export const dataTypes: Record<DataType, MessageKey> = {
  UNDEFINED: 'dictionary.type.undefined',
  DATE: 'dictionary.type.date',
  PLAIN: 'dictionary.type.plain',
  NUMBER: 'dictionary.type.number',
  SELECT: 'dictionary.type.select',
  BARCODE: 'dictionary.type.barcode',
  GPS: 'dictionary.type.gps',
  PHONE_NUMBER: 'dictionary.type.phoneNumber',
  PASSWORD: 'dictionary.type.password',
}

export type Section = { group: Group | null; properties: Property[] }

/** The groups with their properties, and at the end those that stand in none. */
export function sectionsOf(groups: readonly Group[], properties: readonly Property[]): Section[] {
  const sections: Section[] = groups.map((group) => ({
    group,
    properties: properties.filter((property) => property.group === group.name),
  }))
  const loose = properties.filter((property) => property.group === '')
  return loose.length > 0 || groups.length === 0
    ? [...sections, { group: null, properties: loose }]
    : sections
}

/** Those whose name, label or description has the text; deprecated ones where they are wanted. */
export function matching(properties: readonly Property[], text: string, deprecated: boolean) {
  const wanted = text.trim().toLowerCase()
  return properties.filter(
    (property) =>
      (deprecated || !property.deprecated) &&
      [property.name, property.label, property.description].some((words) =>
        words.toLowerCase().includes(wanted),
      ),
  )
}

/**
 * The places of all items once one of them has moved up or down past the next one that is shown; nothing when it is at the
 * end of those.
 */
export function placesAfter(
  names: readonly string[],
  shown: readonly string[],
  name: string,
  by: -1 | 1,
): { name: string; place: number }[] {
  const from = shown.indexOf(name)
  const passed = shown[from + by]
  if (from < 0 || passed === undefined) return []
  const to = names.indexOf(passed)
  const moved = names.filter((each) => each !== name)
  moved.splice(to, 0, name)
  return moved.map((each, place) => ({ name: each, place }))
}
