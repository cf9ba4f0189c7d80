// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { JobLine } from '../../ui/job/JobLine.tsx'
import { useJob } from '../../ui/job/useJob.ts'

type Props = { jobId: string; onOver?: () => void; onClose: () => void }

/** The job, and its file once it is there. */
export function JobWithFile({ jobId, onOver = () => undefined, onClose }: Props) {
  const t = useT()
  const { job } = useJob(jobId)
  return (
    <>
      <JobLine jobId={jobId} onOver={onOver} onClose={onClose} />
      {job?.filePath && (
        <Group>
          <Button component="a" href={job.filePath} download>
            {t('job.download')}
          </Button>
        </Group>
      )}
    </>
  )
}
