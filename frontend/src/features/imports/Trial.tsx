// SPDX-License-Identifier: Apache-2.0
import { Alert, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { JobBar } from '../../ui/job/JobBar.tsx'
import { isOver } from '../../ui/job/jobNow.ts'
import { outcomeOf } from '../../ui/job/jobWords.ts'
import { useJob } from '../../ui/job/useJob.ts'
import { TextLink } from '../../ui/TextLink.tsx'

type Props = {
  /** The trial that runs or has run; null before the first. */
  jobId: string | null
  problem: string | null
  action: ReactNode
}

/** Tells what an import would do, before it does it. */
export function Trial({ jobId, problem, action }: Props) {
  const t = useT()
  return (
    <Stack gap="sm">
      <Group>
        {action}
        <Text size="sm" c="dimmed">
          {t('matchColumns.try.help')}
        </Text>
      </Group>
      {problem && (
        <Alert color="red" variant="outline" role="alert">
          {problem}
        </Alert>
      )}
      {jobId && <TrialOf key={jobId} jobId={jobId} />}
    </Stack>
  )
}

function TrialOf({ jobId }: { jobId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const { job } = useJob(jobId)
  if (!job) return null
  if (!isOver(job)) return <JobBar job={job} />
  return (
    <Alert color={job.failed > 0 || job.problem ? 'yellow' : 'teal'} variant="outline">
      <Text role="status">
        {job.problem?.message ?? t('matchColumns.wouldBe', { outcome: outcomeOf(t, job) })}
      </Text>
      {job.failed > 0 && (
        <TextLink to={paths.job(project, jobId)}>{t('matchColumns.seeErrors')}</TextLink>
      )}
    </Alert>
  )
}
