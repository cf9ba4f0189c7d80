// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { mostBytes, problemOfFile } from './uploadValues.ts'

it('tells before it is sent that a file cannot be a workbook', () => {
  expect(problemOfFile(null)).toBe('upload.fileMissing')
  expect(problemOfFile({ name: 'workers.xls', size: 10 })).toBe('upload.notExcel')
  expect(problemOfFile({ name: 'Workers.XLSX', size: mostBytes + 1 })).toBe('upload.tooLarge')
  expect(problemOfFile({ name: 'Workers.XLSX', size: mostBytes })).toBeNull()
})
