// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Panel } from '../Panel.tsx'
import { TextLink } from '../TextLink.tsx'
import { JobBar } from './JobBar.tsx'
import { isOver } from './jobNow.ts'
import { JobStatus } from './JobStatus.tsx'
import { outcomeOf, titleOf } from './jobWords.ts'
import { useJob } from './useJob.ts'

type Props = { jobId: string; onOver: () => void; onClose: () => void }

/** A job that was started on this page, followed where it was started. */
export function JobLine({ jobId, onOver, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const { job } = useJob(jobId, onOver)
  const line = useRef<HTMLDivElement>(null)
  const known = Boolean(job)
  // What the reader pressed to start it is gone.
  useEffect(() => {
    if (known) line.current?.focus({ preventScroll: true })
  }, [known])
  if (!job) return null
  return (
    <div ref={line} tabIndex={-1} aria-label={t(titleOf(job))} role="group">
      <Panel>
        <Group justify="space-between" align="flex-start" wrap="nowrap" mb={6}>
          <Group gap="sm">
            <TextLink to={paths.job(project, jobId)} fw={500}>
              {t(titleOf(job))}
            </TextLink>
            <JobStatus job={job} />
          </Group>
          {isOver(job) && <CloseButton aria-label={t('action.close')} onClick={onClose} />}
        </Group>
        <div role="status">
          {isOver(job) && <Text size="sm">{job.problem?.message ?? outcomeOf(t, job)}</Text>}
        </div>
        {!isOver(job) && <JobBar job={job} />}
      </Panel>
    </div>
  )
}
