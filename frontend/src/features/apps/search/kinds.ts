// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { textOf, type JsonObject } from '../document/json.ts'

/** How a field of a search is answered (spec 10, 7); a heading only stands above others. */
export const kinds: Readonly<Record<string, MessageKey>> = {
  '': 'search.kind.text',
  select1: 'search.kind.select1',
  select: 'search.kind.select',
  checkbox: 'search.kind.checkbox',
  date: 'search.kind.date',
  daterange: 'search.kind.dateRange',
  barcode_scan: 'search.kind.barcode',
  address: 'search.kind.address',
  group: 'search.kind.group',
}

/** What the document says by the appearance instead of the input. */
const appearances = ['barcode_scan', 'address']

export const hasChoices = (kind: string) => ['select1', 'select', 'checkbox'].includes(kind)

export function kindOf(field: JsonObject): string {
  if (field['is_group'] === true) return 'group'
  const appearance = textOf(field['appearance'])
  return appearances.includes(appearance) ? appearance : textOf(field['input_'])
}

/** The field answered in another way. A heading is named by its own key, which the fields below it say. */
export function withKind(field: JsonObject, kind: string, newKey: () => string): JsonObject {
  const isByAppearance = appearances.includes(kind)
  const wasByAppearance = appearances.includes(textOf(field['appearance']))
  const next: JsonObject = {
    ...field,
    is_group: kind === 'group',
    input_: isByAppearance || kind === 'group' ? '' : kind,
    appearance: isByAppearance ? kind : wasByAppearance ? '' : textOf(field['appearance']),
  }
  if (kind !== 'group') return field['is_group'] === true ? { ...next, group_key: '' } : next
  return { ...next, group_key: field['is_group'] === true ? field['group_key'] : newKey() }
}

/** A key for a heading that none of the fields has. */
export function freshKey(fields: readonly JsonObject[]): string {
  const used = new Set(fields.map((field) => textOf(field['group_key'])))
  for (let number = 1; ; number++) if (!used.has(`group_${number}`)) return `group_${number}`
}
