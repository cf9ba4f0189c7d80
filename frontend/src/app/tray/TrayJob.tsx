// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { JobBar } from '../../ui/job/JobBar.tsx'
import { isOver } from '../../ui/job/jobNow.ts'
import { JobStatus } from '../../ui/job/JobStatus.tsx'
import { outcomeOf, placeOf, titleOf } from '../../ui/job/jobWords.ts'
import classes from './JobTray.module.css'
import type { TrayedJob } from './trayState.ts'

type Props = { job: TrayedJob; project: string; onGone: () => void }

/** One job in the tray: what it is, how far it is, and what came of it. */
export function TrayJob({ job, project, onGone }: Props) {
  const t = useT()
  const { jobId, filePath, failed, kind, problem, errors } = job
  const page = paths.job(project, jobId)
  return (
    <li className={classes['job']}>
      <div className={classes['head']}>
        <Link to={page} onClick={onGone} className={classes['title'] ?? ''}>
          {t(titleOf(job))}
        </Link>
        <JobStatus job={job} />
      </div>
      {isOver(job) ? (
        <Text size="sm" c="dimmed">
          {problem?.message ?? outcomeOf(t, job)}
        </Text>
      ) : (
        <JobBar job={job} />
      )}
      {errors.length > 0 && (
        <ul className={classes['errors']}>
          {errors.map((error) => (
            <li key={`${error.sheet} ${error.row} ${error.column} ${error.message}`}>
              <strong>{placeOf(t, error)}</strong>: {error.message}
            </li>
          ))}
        </ul>
      )}
      {failed > errors.length && (
        <Link to={page} onClick={onGone}>
          {t('tray.allErrors', { count: failed })}
        </Link>
      )}
      {filePath && (
        <a href={filePath} download>
          {t(kind.endsWith('_DOWNLOAD') ? 'job.download' : 'job.downloadErrors')}
        </a>
      )}
    </li>
  )
}
