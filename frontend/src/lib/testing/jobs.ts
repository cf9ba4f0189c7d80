// SPDX-License-Identifier: Apache-2.0
import type { JobNow } from '../../ui/job/jobNow.ts'

/** An upload of workers that is done; tests say what is different. */
export function jobLike(different: Partial<JobNow> = {}): JobNow & { __typename: 'Job' } {
  return {
    __typename: 'Job',
    id: 'Job:j1',
    jobId: 'j1',
    kind: 'MOBILE_WORKERS_UPLOAD',
    action: null,
    state: 'DONE',
    checkOnly: false,
    cancelling: false,
    requestedBy: { userId: 'u1', displayName: 'Zawadi Wekesa' },
    requestedAt: '2026-11-21T06:14:00.000000Z',
    endedAt: '2026-11-21T06:15:00.000000Z',
    total: 5000,
    done: 5000,
    failed: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    deleted: 0,
    fileName: 'workers.xlsx',
    filePath: null,
    problem: null,
    ...different,
  }
}
