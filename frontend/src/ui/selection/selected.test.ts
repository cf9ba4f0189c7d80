// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { countOf, everything, holds, nothing, pageToggled, toggled } from './selected.ts'

const page = ['a', 'b', 'c']
const idsOf = (selected: { ids: ReadonlySet<string> }) => [...selected.ids]

describe('a selection', () => {
  it('takes a row in and out', () => {
    const one = toggled(nothing, 'b', page)
    expect(idsOf(one)).toEqual(['b'])
    expect(idsOf(toggled(one, 'b', page))).toEqual([])
  })

  it('keeps rows of other pages when a page is taken in and out', () => {
    const other = toggled(nothing, 'z', page)
    const both = pageToggled(other, page)
    expect(idsOf(both)).toEqual(['z', 'a', 'b', 'c'])
    expect(idsOf(pageToggled(both, page))).toEqual(['z'])
  })

  it('completes a page of which a part is chosen', () => {
    expect(idsOf(pageToggled(toggled(nothing, 'b', page), page)).toSorted()).toEqual(page)
  })

  it('of everything holds rows it never saw, and counts what the server counted', () => {
    expect(holds(everything, 'unseen')).toBe(true)
    expect(countOf(everything, 5012)).toBe(5012)
    expect(countOf(toggled(nothing, 'a', page), 5012)).toBe(1)
  })

  it('of everything becomes the page without a row that is taken out', () => {
    expect(toggled(everything, 'b', page)).toEqual({ everything: false, ids: new Set(['a', 'c']) })
  })
})
