// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../Status.tsx'
import type { JobNow } from './jobNow.ts'
import { standingOf } from './jobWords.ts'

export function JobStatus({ job }: { job: JobNow }) {
  const t = useT()
  const { label, tone } = standingOf(job)
  return <Status tone={tone} label={t(label)} />
}
