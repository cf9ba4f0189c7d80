// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { currentToasts, hideToast, listenToToasts } from './toasts.ts'
import classes from './Toasts.module.css'

export function Toasts() {
  const t = useT()
  const toasts = useSyncExternalStore(listenToToasts, currentToasts)
  return (
    <div className={classes['toasts']} role="status">
      {toasts.map(({ id, message, onUndo }) => (
        <div key={id} className={classes['toast']}>
          <span className={classes['message']}>{message}</span>
          {onUndo && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                hideToast(id)
                onUndo()
              }}
            >
              {t('action.undo')}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t('action.close')} onClick={() => hideToast(id)} />
        </div>
      ))}
    </div>
  )
}
