// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import type { Deed, selectionOf } from './deeds.ts'

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

type More = { groupId?: string; locationId?: string; onlyLocation?: boolean }

/** Starts to do something to many workers; tells the job, and answers what went wrong. */
export function useDeed(
  { action }: Deed,
  selection: ReturnType<typeof selectionOf>,
  onStarted: (jobId: string) => void,
) {
  const t = useT()
  const { name: project } = useProject()
  const [, start] = useMutation(StartBulkAction)
  return async (more: More = {}): Promise<Problem[] | undefined> => {
    const { data, error } = await start({ input: { project, action, ...selection, ...more } })
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
