// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { readAnswer } from './sendFile.ts'

it('reads the job that a file became, or why it became none', () => {
  expect(readAnswer(202, '{"jobId":"j1","state":"QUEUED"}')).toEqual({ id: 'j1' })
  expect(readAnswer(201, '{"tableId":"t1"}')).toEqual({ id: 't1' })
  expect(readAnswer(400, '{"code":"NOT_A_WORKBOOK","detail":"No."}')).toEqual({
    code: 'NOT_A_WORKBOOK',
    detail: 'No.',
  })
  expect(readAnswer(403, '')).toEqual({ code: 'FORBIDDEN', detail: undefined })
  expect(readAnswer(502, '<html>')).toEqual({ code: 'INTERNAL_ERROR', detail: undefined })
})
