// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { ProgressBar } from '../ProgressBar.tsx'
import { percentOf, type JobNow } from './jobNow.ts'
import { titleOf } from './jobWords.ts'

/** How far a job has come: a bar, and the rows behind it in numbers. */
export function JobBar({ job }: { job: JobNow }) {
  const t = useT()
  const { state, total, done } = job
  const words =
    state === 'QUEUED'
      ? t('job.waiting')
      : total === null
        ? t('job.counting')
        : t('job.rows', { done, total })
  return <ProgressBar label={t(titleOf(job))} percent={percentOf(job)} words={words} />
}
