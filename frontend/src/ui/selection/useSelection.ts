// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import {
  countOf,
  everything,
  holds,
  nothing,
  pageToggled,
  toggled,
  type Selected,
} from './selected.ts'

export type Selection = {
  selected: Selected
  count: number
  /** How many rows fit the filters. */
  total: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** Chooses all rows of the page, or none of them. */
  togglePage: () => void
  pageState: 'none' | 'some' | 'all'
  /** Chooses all that fit the filters, whatever page they are on. */
  chooseEverything: () => void
  clear: () => void
}

type Options = {
  /** The rows of the page. */
  page: readonly string[]
  total: number | undefined
  /** The filters in one text: other filters are another list, of which nothing is chosen. */
  filters: string
}

/** Which rows of a list are chosen, over all of its pages. */
export function useSelection({ page, total = 0, filters }: Options): Selection {
  const [{ of, selected }, setState] = useState({ of: filters, selected: nothing })
  const current = of === filters ? selected : nothing
  const set = (next: Selected) => setState({ of: filters, selected: next })
  const chosenHere = page.filter((id) => holds(current, id)).length
  return {
    selected: current,
    count: countOf(current, total),
    total,
    has: (id) => holds(current, id),
    toggle: (id) => set(toggled(current, id, page)),
    togglePage: () => set(pageToggled(current, page)),
    pageState: chosenHere === 0 ? 'none' : chosenHere === page.length ? 'all' : 'some',
    chooseEverything: () => set(everything),
    clear: () => set(nothing),
  }
}
