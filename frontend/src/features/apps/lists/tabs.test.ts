// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { withoutColumn } from './tabs.ts'

it('keep their lines when one is taken away', () => {
  const columns = ['a', 'b', 'c', 'd'].map((field) => ({ field }))
  const detail = { columns, filter: 'x', tabs: [{ starting_index: 0 }, { starting_index: 2 }] }
  const starts = (index: number) => withoutColumn(detail, index)['tabs']
  expect(withoutColumn(detail, 1)).toEqual({
    filter: 'x',
    columns: [columns[0], columns[2], columns[3]],
    tabs: [{ starting_index: 0 }, { starting_index: 1 }],
  })
  expect(starts(0)).toEqual([{ starting_index: 0 }, { starting_index: 1 }])
  expect(starts(2)).toEqual(detail.tabs)
  expect(withoutColumn({ columns }, 3)).toEqual({ columns: columns.slice(0, 3) })
})
