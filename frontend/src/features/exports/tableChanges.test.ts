// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { ExportTable } from './exportQuery.ts'
import { withAll, withColumn, withMoved } from './tableChanges.ts'

const column = (path: string, advanced = false) => ({
  path,
  label: path,
  selected: true,
  advanced,
  sensitivity: 'NONE' as const,
  options: [],
})
const table: ExportTable = {
  path: '',
  label: 'Forms',
  selected: true,
  columns: [column('a'), column('b'), column('c', true)],
}
const pathsOf = ({ columns }: ExportTable) => columns.map(({ path }) => path)

describe('a table of an export', () => {
  it('moves a column, but not beyond its ends', () => {
    expect(pathsOf(withMoved(table, 'a', 1))).toEqual(['b', 'a', 'c'])
    expect(pathsOf(withMoved(table, 'a', -1))).toEqual(['a', 'b', 'c'])
  })

  it('renames one column only', () => {
    expect(withColumn(table, 'b', { label: 'Weight' }).columns.map(({ label }) => label)).toEqual([
      'a',
      'Weight',
      'c',
    ])
  })

  it('leaves what few people want as it is when all are taken out', () => {
    expect(withAll(table, false).columns.map(({ selected }) => selected)).toEqual([
      false,
      false,
      true,
    ])
  })
})
