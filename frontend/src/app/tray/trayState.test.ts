// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { newestEnd, ownJobs, trayStateOf } from './trayState.ts'

const now = Date.parse('2026-11-21T07:00:00Z')

describe('the tray', () => {
  it('holds what the reader asked for herself, for a day after its end', () => {
    const hers = jobLike()
    const old = jobLike({ endedAt: '2026-11-19T06:00:00Z' })
    const long = jobLike({ state: 'RUNNING', endedAt: null, requestedAt: '2026-11-18T06:00:00Z' })
    const others = jobLike({ requestedBy: { userId: 'u2', displayName: 'Baraka' } })
    expect(ownJobs([hers, old, long, others], 'u1', now)).toEqual([hers, long])
  })

  it('says nothing while there is nothing', () => {
    expect(trayStateOf([], '')).toEqual({ says: 'nothing' })
  })

  it('says how far all running jobs have come together', () => {
    const half = jobLike({ state: 'RUNNING', total: 10, done: 5 })
    const waiting = jobLike({ state: 'QUEUED', total: null, done: 0 })
    expect(trayStateOf([half, waiting, jobLike()], '')).toEqual({
      says: 'running',
      count: 2,
      percent: 25,
    })
  })

  it('tells of an end until it was seen', () => {
    const jobs = [jobLike({ failed: 3 }), jobLike({ endedAt: '2026-11-21T05:00:00Z' })]
    expect(trayStateOf(jobs, '2026-11-21T05:30:00Z')).toEqual({
      says: 'finished',
      count: 1,
      withErrors: true,
    })
    expect(trayStateOf(jobs, newestEnd(jobs))).toEqual({ says: 'quiet' })
  })
})
