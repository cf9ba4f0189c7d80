// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Stack, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { JobBar } from '../../ui/job/JobBar.tsx'
import { isOver, type JobNow } from '../../ui/job/jobNow.ts'
import { JobStatus } from '../../ui/job/JobStatus.tsx'
import { outcomeOf, titleOf } from '../../ui/job/jobWords.ts'
import { useJob } from '../../ui/job/useJob.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { CancelJob } from './CancelJob.tsx'
import { JobErrors } from './JobErrors.tsx'
import { workbookOf } from './workbooks.ts'

export function JobPage() {
  const { jobId = '' } = useParams()
  return <JobPageOf key={jobId} jobId={jobId} />
}

/** How far a job has come, what came of it, and which rows have errors. */
function JobPageOf({ jobId }: { jobId: string }) {
  const { name: project } = useProject()
  const { job, error, read } = useJob(jobId)
  if (job) return <LoadedJob job={job} onChanged={read} />
  if (error) return <QueryError error={error} onRetry={read} />
  if (job === null) return <NotFoundPage what="job" back={paths.jobs(project)} />
  return <PageSkeleton />
}

function LoadedJob({ job, onChanged }: { job: JobNow; onChanged: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const { jobId, kind, filePath, failed } = job
  const over = isOver(job)
  const writes = kind.endsWith('_DOWNLOAD')
  const workbook = workbookOf(kind)
  return (
    <Page
      title={t(titleOf(job))}
      purpose={job.fileName}
      parent={<TextLink to={paths.jobs(project)}>{t('jobs.title')}</TextLink>}
      beside={<JobStatus job={job} />}
      actions={
        <>
          {filePath && (
            <Button component="a" href={filePath} download variant={writes ? 'filled' : 'default'}>
              {t(writes ? 'job.download' : 'job.downloadErrors')}
            </Button>
          )}
          {over && workbook && !writes && (
            <Button component={Link} to={paths.upload(project, workbook)} variant="default">
              {t('job.uploadAgain')}
            </Button>
          )}
          {!over && <CancelJob job={job} onChanged={onChanged} />}
        </>
      }
    >
      <Panel title={t('job.progress')}>
        <Stack gap="sm">
          {!over && <JobBar job={job} />}
          <Text role="status" fw={500}>
            {over ? outcomeOf(t, job) : ''}
          </Text>
          <Explanation job={job} />
          <FactList
            facts={[
              { label: t('job.requestedBy'), value: <PersonName user={job.requestedBy} /> },
              { label: t('job.requestedAt'), value: <When at={job.requestedAt} /> },
              { label: t('job.endedAt'), value: job.endedAt && <When at={job.endedAt} /> },
            ]}
          />
        </Stack>
      </Panel>
      {failed > 0 && <JobErrors jobId={jobId} failed={failed} />}
    </Page>
  )
}

/** What a reader has to know to go on. */
function Explanation({ job }: { job: JobNow }) {
  const t = useT()
  const { state, checkOnly, failed, filePath, kind, problem } = job
  if (problem) {
    return (
      <Alert color="red" variant="outline" title={t('job.failedTitle')}>
        {problem.message} {t('job.failedText')}
      </Alert>
    )
  }
  if (checkOnly) return <Text>{t('job.checkOnly')}</Text>
  if (state === 'CANCELLED') return <Text>{t('job.cancelledText')}</Text>
  if (failed > 0) return <Text>{t('job.errorsText', { count: failed })}</Text>
  if (kind.endsWith('_DOWNLOAD') && isOver(job)) {
    return <Text>{t(filePath ? 'job.fileKept' : 'job.fileGone')}</Text>
  }
  return null
}
