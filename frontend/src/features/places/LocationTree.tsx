// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { LocationBranch } from './LocationBranch.tsx'
import classes from './LocationTree.module.css'
import { TreeContext } from './TreeContext.ts'
import { moveInTree } from './treeKeys.ts'

type Props = { archived: boolean; parentLevels: ReadonlySet<string>; children: ReactNode }

/** The frame of a tree of locations: what its lines share, and its keys. */
export function LocationTree({ archived, parentLevels, children }: Props) {
  const t = useT()
  const [current, setCurrent] = useState<string | null>(null)
  const tree = useMemo(
    () => ({
      current,
      setCurrent,
      archived,
      parentLevels,
      linesBelow: (locationId: string) => <LocationBranch parentId={locationId} />,
    }),
    [current, archived, parentLevels],
  )
  return (
    <TreeContext.Provider value={tree}>
      {/* The lines take the focus in turn; the keys are handled here for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <ul
        role="tree"
        aria-label={t('organization.title')}
        className={classes['tree']}
        onKeyDown={moveInTree}
      >
        {children}
      </ul>
    </TreeContext.Provider>
  )
}
