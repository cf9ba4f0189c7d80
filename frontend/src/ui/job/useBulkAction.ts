// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql, type VariablesOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Problem } from '../form/EditForm.tsx'
import { problemsOf } from '../form/problemsOf.ts'

const StartBulkAction = graphql(`
  mutation StartBulkAction($input: StartBulkActionInput!) {
    startBulkAction(input: $input) {
      job {
        jobId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Input = Omit<VariablesOf<typeof StartBulkAction>['input'], 'project'>

/** Starts to do something to many; tells the job, and answers what went wrong. */
export function useBulkAction(onStarted: (jobId: string) => void) {
  const t = useT()
  const { name: project } = useProject()
  const [, start] = useMutation(StartBulkAction)
  return async (input: Input): Promise<Problem[] | undefined> => {
    const { data, error } = await start({ input: { project, ...input } })
    const problems = problemsOf(t, error, data?.startBulkAction.userErrors)
    if (problems) return problems
    const jobId = data?.startBulkAction.job?.jobId
    if (jobId) {
      announceJob()
      onStarted(jobId)
    }
    return undefined
  }
}
