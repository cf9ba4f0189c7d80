// SPDX-License-Identifier: Apache-2.0
import { Stack, Title } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import classes from './JobTray.module.css'
import { TrayJob } from './TrayJob.tsx'
import { newestEnd, type TrayedJob } from './trayState.ts'

const most = 5

type Props = {
  jobs: readonly TrayedJob[]
  project: string
  onGone: () => void
  /** Told the end of the newest job that can be seen. */
  onSeen: (at: string) => void
}

/** The newest jobs, and the way to all others. */
export function TrayPanel({ jobs, project, onGone, onSeen }: Props) {
  const t = useT()
  const newest = newestEnd(jobs)
  useEffect(() => {
    onSeen(newest)
    // Only a job that ends while the panel is open is news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [newest])
  return (
    <Stack gap={0}>
      <Title order={2} fz={15} className={classes['heading'] ?? ''}>
        {t('tray.title')}
      </Title>
      <ul className={classes['list']} aria-label={t('tray.title')}>
        {jobs.slice(0, most).map((job) => (
          <TrayJob key={job.jobId} job={job} project={project} onGone={onGone} />
        ))}
      </ul>
      <p className={classes['all']}>
        <Link to={paths.jobs(project)} onClick={onGone}>
          {t('tray.all')}
        </Link>
      </p>
    </Stack>
  )
}
