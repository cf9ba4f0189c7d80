// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

/** What is to be known of a job as it is now. */
export const JobFragment = graphql(`
  fragment JobNow on Job {
    id
    jobId
    kind
    action
    state
    checkOnly
    cancelling
    requestedBy {
      userId
      displayName
    }
    requestedAt
    endedAt
    total
    done
    failed
    created
    updated
    unchanged
    deleted
    fileName
    filePath
    problem {
      code
      message
    }
  }
`)

export type JobNow = ResultOf<typeof JobFragment>

export function isOver({ state }: Pick<JobNow, 'state'>): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'CANCELLED'
}

/** How far it has come, in whole percent; null while its rows are not counted. */
export function percentOf({ state, total, done }: Pick<JobNow, 'state' | 'total' | 'done'>) {
  if (state === 'DONE') return 100
  if (total === null) return null
  return total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total))
}
