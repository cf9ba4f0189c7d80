// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { Disclosure } from './Disclosure.tsx'
import classes from './SearchSelect.module.css'

type Props = {
  label: string
  description?: string | undefined
  error?: ReactNode
  /** The name of what is chosen, or what stands there when nothing is. */
  shown: string
  /** Left out where there is nothing to clear. */
  onClear?: (() => void) | undefined
  children: (close: () => void) => ReactNode
}

/** A field whose choices are too many for a list: it opens a search. */
export function SearchSelect({ label, description, error, shown, onClear, children }: Props) {
  const t = useT()
  return (
    <div className={classes['field']}>
      <span className={classes['label']} aria-hidden>
        {label}
      </span>
      {description && <span className={classes['description']}>{description}</span>}
      <div className={classes['box']}>
        <Disclosure
          label={`${label}: ${shown}`}
          side="start"
          className={classes['target']}
          button={
            <>
              <span className={classes['shown']}>{shown}</span>
              <IconChevronDown size={16} aria-hidden />
            </>
          }
        >
          {children}
        </Disclosure>
        {onClear && (
          <CloseButton
            size={24}
            className={classes['clear'] ?? ''}
            aria-label={t('filter.clear', { filter: label })}
            onClick={onClear}
          />
        )}
      </div>
      {error && <span className={classes['error']}>{error}</span>}
    </div>
  )
}
