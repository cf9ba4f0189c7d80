// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './FilterBar.module.css'

type Props = { active: boolean; onClear: () => void; children: ReactNode }

/** The filters above a list. */
export function FilterBar({ active, onClear, children }: Props) {
  const t = useT()
  return (
    <div role="search" className={classes['bar']}>
      {children}
      {active && (
        <Button variant="subtle" onClick={onClear}>
          {t('filter.clearAll')}
        </Button>
      )}
    </div>
  )
}
