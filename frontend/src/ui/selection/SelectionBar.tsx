// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import classes from './SelectionBar.module.css'
import type { Selection } from './useSelection.ts'

type Props = {
  selection: Selection
  /** Buttons of what can be done with the chosen rows. */
  children: ReactNode
}

/** How many rows are chosen, and what can be done with them; nothing while none is. */
export function SelectionBar({ selection, children }: Props) {
  const t = useT()
  const { count, total, selected, pageState } = selection
  const any = count > 0
  return (
    <div className={any ? classes['bar'] : 'visuallyHidden'}>
      <span role="status" className={classes['count']}>
        {any && t('selection.count', { count })}
      </span>
      {any && pageState === 'some' && (
        <Button variant="subtle" size="compact-sm" onClick={selection.togglePage}>
          {t('selection.page')}
        </Button>
      )}
      {any && !selected.everything && count < total && (
        <Button variant="subtle" size="compact-sm" onClick={selection.chooseEverything}>
          {t('selection.everything', { count: total })}
        </Button>
      )}
      {any && (
        <>
          <Button variant="subtle" size="compact-sm" onClick={selection.clear}>
            {t('selection.clear')}
          </Button>
          <div className={classes['actions']}>{children}</div>
        </>
      )}
    </div>
  )
}
