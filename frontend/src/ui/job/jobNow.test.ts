// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { isOver, percentOf } from './jobNow.ts'

describe('a job', () => {
  it('is over when it is done, has failed or was stopped', () => {
    expect(['DONE', 'FAILED', 'CANCELLED'].map((state) => isOver({ state } as never))).toEqual([
      true,
      true,
      true,
    ])
    expect(isOver({ state: 'RUNNING' })).toBe(false)
  })

  it('has come as far as its rows, and nobody knows how far while they are not counted', () => {
    expect(percentOf(jobLike({ state: 'RUNNING', total: 3, done: 2 }))).toBe(66)
    expect(percentOf(jobLike({ state: 'RUNNING', total: null, done: 0 }))).toBeNull()
    expect(percentOf(jobLike({ state: 'RUNNING', total: 0, done: 0 }))).toBe(0)
    expect(percentOf(jobLike({ state: 'DONE', total: null }))).toBe(100)
  })
})
