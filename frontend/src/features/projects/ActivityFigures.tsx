// SPDX-License-Identifier: Apache-2.0
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { today } from '../../lib/format/startOfDay.ts'
import classes from './ActivityFigures.module.css'
import { Figure } from './Figure.tsx'
import { usualDay } from './usualDay.ts'

export const ActivityFiguresFragment = graphql(`
  fragment ActivityFigures on ProjectActivity {
    formsToday
    activeUsersToday
    lastFormReceivedOn
    formsPerDay {
      count
    }
  }
`)

type Props = {
  activity: FragmentOf<typeof ActivityFiguresFragment>
  /** May the reader see the lists behind the figures? */
  linked: boolean
}

export function ActivityFigures({ activity, linked }: Props) {
  const t = useT()
  const format = useFormat()
  const { name, timeZone, may } = useProject()
  const { formsToday, activeUsersToday, lastFormReceivedOn, formsPerDay } = readFragment(
    ActivityFiguresFragment,
    activity,
  )
  const history = paths.submitHistory(name)
  const workers = may('view_commcare_users') ? paths.mobileWorkers(name) : null
  return (
    <ul className={classes['figures']}>
      <Figure
        label={t('dashboard.formsToday')}
        value={format.number(formsToday)}
        note={t('dashboard.usualDay', { usual: format.number(usualDay(formsPerDay)) })}
        to={linked ? `${history}?from=${today(timeZone)}` : null}
      />
      <Figure
        label={t('dashboard.activeWorkers')}
        value={format.number(activeUsersToday)}
        note={t('dashboard.activeWorkersNote')}
        to={workers}
      />
      {lastFormReceivedOn && (
        <Figure
          label={t('dashboard.lastForm')}
          value={format.time(lastFormReceivedOn)}
          note={format.date(lastFormReceivedOn)}
          to={linked ? history : null}
        />
      )}
    </ul>
  )
}
