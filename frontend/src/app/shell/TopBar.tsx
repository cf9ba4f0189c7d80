// SPDX-License-Identifier: Apache-2.0
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Link, useNavigation } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { later } from '../later.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { ProjectSwitcher } from './ProjectSwitcher.tsx'
import { bulkPermissions } from './railEntries.ts'
import classes from './TopBar.module.css'

const JobTray = lazy(async () => {
  // The page comes first.
  await new Promise((done) => setTimeout(done, 600))
  return { default: (await later('jobTray')()).JobTray }
})

type Props = {
  current: CurrentProject | null
  railOpen: boolean
  onRail: () => void
  onSearch: () => void
  onKeys: () => void
}

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

export function TopBar({ current, railOpen, onRail, onSearch, onKeys }: Props) {
  const t = useT()
  const moving = useNavigation().state !== 'idle'
  return (
    <header className={classes['bar']}>
      {moving && <span className={classes['progress']} aria-hidden />}
      <div className={classes['side']}>
        {current && (
          <button
            type="button"
            className={classes['menu']}
            onClick={onRail}
            aria-expanded={railOpen}
            aria-label={t('shell.menu')}
          >
            <IconMenu2 size={20} aria-hidden />
          </button>
        )}
        <Link
          to={paths.projects}
          className={classes['mark'] ?? ''}
          data-beside-menu={current ? true : undefined}
          aria-label={t('shell.allProjects')}
        >
          <img src="/app/mark.svg" alt="" width={26} height={26} />
        </Link>
        <ProjectSwitcher current={current} />
      </div>
      <div className={classes['side']}>
        {current && bulkPermissions.some(current.may) && (
          <Suspense>
            <JobTray key={current.name} project={current.name} />
          </Suspense>
        )}
        <button type="button" className={classes['search']} onClick={onSearch}>
          <IconSearch size={16} aria-hidden />
          <span>{t('shell.search')}</span>
          <kbd aria-hidden>{commandKey} K</kbd>
        </button>
        <AccountMenu onKeys={onKeys} />
      </div>
    </header>
  )
}
