// SPDX-License-Identifier: Apache-2.0
import { IconSelector } from '@tabler/icons-react'
import { lazy } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import classes from './ProjectSwitcher.module.css'

const ProjectChoices = lazy(async () => ({
  default: (await import('./ProjectChoices.tsx')).ProjectChoices,
}))

/** Names the project of the page and leads to all others. */
export function ProjectSwitcher({ current }: { current: CurrentProject | null }) {
  const t = useT()
  const name = current?.displayName ?? t('switcher.choose')
  return (
    <Disclosure
      label={t('switcher.label', { project: name })}
      side="start"
      className={classes['target']}
      button={
        <>
          <span className={classes['name']}>{name}</span>
          <IconSelector size={16} aria-hidden />
        </>
      }
    >
      {(close) => <ProjectChoices current={current} onChosen={close} />}
    </Disclosure>
  )
}
