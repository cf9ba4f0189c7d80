// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState, type FocusEvent } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import type { ForestNode } from './locationForest.ts'
import type { LocationLine } from './locationLine.ts'
import classes from './LocationTree.module.css'
import { useTree } from './TreeContext.ts'

type Props = {
  line: LocationLine
  /** Where a search leads to; all that stands below is read when the line is opened otherwise. */
  below?: ForestNode[]
  found?: boolean
  /** The Tab key reaches the first line before any other had the focus. */
  first: boolean
}

/** A line of the tree that opens to what stands below. */
export function LocationItem({ line, below = [], found = false, first }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const { current, setCurrent, archived, parentLevels, linesBelow } = useTree()
  const [open, setOpen] = useState(below.length > 0)
  const { locationId, name, type, siteCode, children, workers } = line
  const opens = children.totalCount > 0 || (archived && parentLevels.has(type.code))
  const onFocus = (event: FocusEvent) => {
    event.stopPropagation()
    setCurrent(locationId)
  }
  return (
    <li
      role="treeitem"
      aria-expanded={opens ? open : undefined}
      aria-selected={found}
      tabIndex={(current === null ? first : current === locationId) ? 0 : -1}
      className={classes['item']}
      onFocus={onFocus}
    >
      <div className={classes['line']}>
        {opens ? (
          <UnstyledButton
            className={classes['toggle'] ?? ''}
            data-toggle
            data-open={open || undefined}
            tabIndex={-1}
            aria-hidden
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={16} />
          </UnstyledButton>
        ) : (
          <span className={classes['toggle']} />
        )}
        <TextLink to={paths.location(project, locationId)} fw={found ? 700 : 500} tabIndex={-1}>
          {name}
        </TextLink>
        <span className={classes['note']}>
          {type.name} · {siteCode}
        </span>
        {workers.totalCount > 0 && (
          <span className={classes['note']}>
            {t('organization.workers', { count: workers.totalCount })}
          </span>
        )}
        {line.archived && <Status tone="quiet" label={t('location.archived')} />}
      </div>
      {open && opens && (
        <ul role="group">
          {below.length > 0
            ? below.map((node) => (
                <LocationItem
                  key={node.line.locationId}
                  line={node.line}
                  below={node.below}
                  found={node.found}
                  first={false}
                />
              ))
            : linesBelow(locationId)}
        </ul>
      )}
    </li>
  )
}
