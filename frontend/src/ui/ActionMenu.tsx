// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './ActionMenu.module.css'
import { Disclosure } from './Disclosure.tsx'

/** Leads to a page, or does something here. */
export type Action = { label: string; to: string } | { label: string; onClick: () => void }

/** What can be done with a thing beside the most usual. */
export function ActionMenu({ actions }: { actions: Action[] }) {
  const t = useT()
  return (
    <Disclosure
      side="end"
      className={classes['target']}
      button={
        <>
          {t('action.more')}
          <IconChevronDown size={16} aria-hidden />
        </>
      }
    >
      {(close) => (
        <div className={classes['panel']}>
          {actions.map((action) =>
            'to' in action ? (
              <Link key={action.label} to={action.to} className={classes['entry'] ?? ''}>
                {action.label}
              </Link>
            ) : (
              <UnstyledButton
                key={action.label}
                className={classes['entry'] ?? ''}
                onClick={() => {
                  close()
                  action.onClick()
                }}
              >
                {action.label}
              </UnstyledButton>
            ),
          )}
        </div>
      )}
    </Disclosure>
  )
}
