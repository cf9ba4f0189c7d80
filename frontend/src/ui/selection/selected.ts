// SPDX-License-Identifier: Apache-2.0

/** Rows that the reader chose: some by their ids, or everything that fits the filters. */
export type Selected = { everything: boolean; ids: ReadonlySet<string> }

export const nothing: Selected = { everything: false, ids: new Set() }
export const everything: Selected = { everything: true, ids: new Set() }

export function holds(selected: Selected, id: string): boolean {
  return selected.everything || selected.ids.has(id)
}

/**
 * One row more or less. Taking a row out of everything leaves the rows of the page without it: the others are not known
 * by their ids.
 */
export function toggled(selected: Selected, id: string, page: readonly string[]): Selected {
  const ids = new Set(selected.everything ? page : selected.ids)
  if (!ids.delete(id)) ids.add(id)
  return { everything: false, ids }
}

/** The whole page, or, where all of it is chosen already, none of it. */
export function pageToggled(selected: Selected, page: readonly string[]): Selected {
  if (selected.everything) return nothing
  const ids = new Set(selected.ids)
  const whole = page.every((id) => ids.has(id))
  for (const id of page) {
    if (whole) ids.delete(id)
    else ids.add(id)
  }
  return { everything: false, ids }
}

export function countOf(selected: Selected, total: number): number {
  return selected.everything ? total : selected.ids.size
}
