// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react'
import { NavLink } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import classes from './Rail.module.css'
import { allowedEntries, type RailEntry } from './railEntries.ts'

/** The screens of the project that its reader may open. */
export function Rail({ project }: { project: CurrentProject }) {
  const entries = allowedEntries(project.may)
  const groups = [...new Set(entries.map(({ group }) => group))]
  return groups.map((group) => (
    <RailGroup
      key={group ?? 'top'}
      group={group}
      entries={entries.filter((entry) => entry.group === group)}
      project={project.name}
    />
  ))
}

type GroupProps = { group: RailEntry['group']; entries: RailEntry[]; project: string }

function RailGroup({ group, entries, project }: GroupProps) {
  const t = useT()
  const titleId = useId()
  return (
    <div className={classes['group']}>
      {group && (
        <h2 id={titleId} className={classes['title']}>
          {t(group)}
        </h2>
      )}
      <ul className={classes['list']} aria-labelledby={group ? titleId : undefined}>
        {entries.map(({ label, path, load }) => (
          <li key={label}>
            <NavLink
              to={path(project)}
              end={group === null}
              className={classes['link'] ?? ''}
              onPointerEnter={() => void load()}
              onFocus={() => void load()}
            >
              {t(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
