// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './ChosenList.module.css'

export type Chosen = { value: string; label: string; note: string }

type Props = {
  /** Names the list for people who cannot see it. */
  label: string
  items: readonly Chosen[]
  onRemove: (value: string) => void
  /** More about an item, before the button that removes it. */
  beside?: (item: Chosen) => ReactNode
}

/** What was picked, line by line. */
export function ChosenList({ label, items, onRemove, beside }: Props) {
  const t = useT()
  if (items.length === 0) return null
  return (
    <ul className={classes['list']} aria-label={label}>
      {items.map((item) => (
        <li key={item.value}>
          <span className={classes['name']}>
            {item.label}
            {item.note && <span className={classes['note']}>{item.note}</span>}
          </span>
          {beside?.(item)}
          <CloseButton
            size="sm"
            aria-label={t('action.remove', { name: item.label })}
            onClick={() => onRemove(item.value)}
          />
        </li>
      ))}
    </ul>
  )
}
