// SPDX-License-Identifier: Apache-2.0
import { objectsOf, type JsonObject } from '../document/json.ts'

/** The position of the first line of a tab (spec 10, 4). */
export const startOf = (tab: JsonObject): number => {
  const start = tab['starting_index']
  return typeof start === 'number' ? start : 0
}

/** A detail without one of its columns; each tab keeps the lines that it had besides. */
export function withoutColumn(detail: JsonObject, index: number): JsonObject {
  const columns = objectsOf(detail['columns']).filter((_, place) => place !== index)
  if (!Array.isArray(detail['tabs'])) return { ...detail, columns }
  const tabs = objectsOf(detail['tabs']).map((tab) =>
    startOf(tab) > index ? { ...tab, starting_index: startOf(tab) - 1 } : tab,
  )
  return { ...detail, columns, tabs }
}
