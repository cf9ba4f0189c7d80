// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../Dialog.tsx'

/** Asks before the reader leaves a page with changes that are not saved. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useT()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    globalThis.addEventListener('beforeunload', ask)
    return () => globalThis.removeEventListener('beforeunload', ask)
  }, [when])
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog title={t('leave.title')} onClose={blocker.reset}>
      <Text mb="lg">{t('leave.text')}</Text>
      <Group>
        <Button onClick={blocker.reset}>{t('leave.stay')}</Button>
        <Button variant="default" onClick={blocker.proceed}>
          {t('leave.leave')}
        </Button>
      </Group>
    </Dialog>
  )
}
