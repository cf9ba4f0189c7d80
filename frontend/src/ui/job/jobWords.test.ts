// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import english from '../../lib/i18n/en.json'
import type { Messages } from '../../lib/i18n/languages.ts'
import { createTranslator } from '../../lib/i18n/translator.ts'
import { jobLike } from '../../lib/testing/jobs.ts'
import { outcomeOf, placeOf, standingOf, titleOf } from './jobWords.ts'

const t = createTranslator(english as unknown as Messages, 'en-GB')

describe('the words of a job', () => {
  it('name what is done to a selection, else which workbook it is', () => {
    const deed = { kind: 'MOBILE_WORKERS_ACTION', action: 'DEACTIVATE_MOBILE_WORKERS' } as const
    expect(t(titleOf(deed))).toBe('Deactivate mobile workers')
    expect(t(titleOf(jobLike()))).toBe('Upload of mobile workers')
  })

  it('count what came of it, and leave out what there is none of', () => {
    expect(outcomeOf(t, jobLike({ updated: 4997, failed: 3 }))).toBe('4,997 changed, 3 with errors')
    expect(outcomeOf(t, jobLike({ kind: 'GROUPS_DOWNLOAD', done: 1 }))).toBe('1 row written')
    expect(outcomeOf(t, jobLike())).toBe('Nothing to do')
  })

  it('do not call a job well done when rows have errors', () => {
    expect(standingOf(jobLike()).tone).toBe('good')
    expect(standingOf(jobLike({ failed: 1 })).tone).toBe('warn')
    expect(standingOf(jobLike({ state: 'FAILED' })).tone).toBe('bad')
  })

  it('say where an error is: row and column of the sheet, or whom it is about', () => {
    const cell = { sheet: 'users', row: 21, column: 'is_active', subject: 'amina' }
    expect(placeOf(t, cell)).toBe('Row 21, is_active (users)')
    expect(placeOf(t, { ...cell, column: null })).toBe('Row 21 (users)')
    expect(placeOf(t, { ...cell, sheet: '' })).toBe('amina')
  })
})
