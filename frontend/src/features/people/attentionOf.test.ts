// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { attentionOf, type Watched } from './attentionOf.ts'

const now = Date.parse('2026-11-29T12:00:00Z')
const well: Watched = {
  active: true,
  createdAt: '2026-01-01T00:00:00.000000Z',
  lastSubmissionOn: '2026-11-28T08:00:00.000000Z',
  locations: [{}],
  groups: [{ caseSharing: true }, { caseSharing: false }],
}
const marks = (change: Partial<Watched>, hasPlaces = true) =>
  attentionOf({ ...well, ...change }, now, hasPlaces)

describe('a worker needs attention', () => {
  it('not while she sends forms from her place', () => {
    expect(marks({})).toEqual([])
  })

  it('when she has sent nothing for a month', () => {
    expect(marks({ lastSubmissionOn: '2026-10-29T08:00:00.000000Z' })).toEqual(['attention.quiet'])
  })

  it('when she never began, a week after she was made', () => {
    expect(marks({ lastSubmissionOn: null })).toEqual(['attention.never'])
    const today = { lastSubmissionOn: null, createdAt: '2026-11-29T08:00:00.000000Z' }
    expect(marks(today)).toEqual([])
  })

  it('when she works nowhere, in a project that has places', () => {
    expect(marks({ locations: [] })).toEqual(['attention.noLocation'])
    expect(marks({ locations: [] }, false)).toEqual([])
    expect(marks({ locations: undefined })).toEqual([])
  })

  it('when she shares cases with two groups', () => {
    const groups = [{ caseSharing: true }, { caseSharing: true }]
    expect(marks({ groups })).toEqual(['attention.twoSharing'])
  })

  it('never once she is deactivated', () => {
    expect(marks({ active: false, lastSubmissionOn: null, locations: [] })).toEqual([])
  })
})
