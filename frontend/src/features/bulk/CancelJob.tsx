// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import type { JobNow } from '../../ui/job/jobNow.ts'
import { showToast } from '../../ui/toast/toasts.ts'

const CancelMutation = graphql(`
  mutation CancelJob($input: CancelJobInput!) {
    cancelJob(input: $input) {
      job {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Ends a job between two rows. */
export function CancelJob({ job, onChanged }: { job: JobNow; onChanged: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, cancel] = useMutation(CancelMutation)
  const end = async () => {
    const { data, error } = await cancel({ input: { project, jobId: job.jobId } })
    const problems = problemsOf(t, error, data?.cancelJob.userErrors)
    if (problems?.[0]) showToast(problems[0].message)
    onChanged()
  }
  return (
    <Button variant="default" loading={fetching || job.cancelling} onClick={() => void end()}>
      {t('job.cancel')}
    </Button>
  )
}
