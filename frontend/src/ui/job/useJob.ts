// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'
import { useQuery, type CombinedError } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { usePolling } from '../../lib/live/usePolling.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { isOver, JobFragment, type JobNow } from './jobNow.ts'

const JobQuery = graphql(
  `
    query Job($project: String!, $jobId: String!) {
      project(name: $project) {
        id
        job(jobId: $jobId) {
          ...JobNow
        }
      }
    }
  `,
  [JobFragment],
)

type Followed = {
  /** Undefined until the server answered, null when there is no such job. */
  job: JobNow | null | undefined
  error: CombinedError | undefined
  read: () => void
}

/** Follows a job to its end; `onOver` hears of it once, also when it was over before anybody could look. */
export function useJob(jobId: string, onOver?: (job: JobNow) => void): Followed {
  const { name: project } = useProject()
  const [{ data, error }, execute] = useQuery({
    query: JobQuery,
    variables: { project, jobId },
    requestPolicy: 'network-only',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  const found = data?.project?.job
  const job = data ? (found ? readFragment(JobFragment, found) : null) : undefined
  const moves = job ? !isOver(job) : false
  usePolling({ read, active: moves, everyMillis: 1000 })
  const told = useRef(false)
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  useEffect(() => {
    if (told.current || !job || !isOver(job)) return
    told.current = true
    over.current?.(job)
  }, [job])
  return { job, error, read }
}
