// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { readSession } from '../../lib/session/sessionApi.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { lastActive, stayActive } from './activity.ts'

const lookEvery = 5_000
const warnBefore = 120_000

/** Signs out a reader who went away, as a project of hers wants it, and warns her two minutes before. */
export function IdleWatch({ idleSeconds }: { idleSeconds: number }) {
  const t = useT()
  const { signOut, signedIn } = useSession()
  const [left, setLeft] = useState(Infinity)
  useEffect(() => {
    const idle = idleSeconds * 1000
    const look = () => {
      const rest = lastActive() + idle - Date.now()
      setLeft(rest)
      if (rest <= 0) void signOut()
    }
    const onMove = () => {
      // Once she is warned, only her answer counts.
      if (lastActive() + idle - Date.now() > warnBefore) stayActive()
    }
    stayActive()
    const timer = window.setInterval(look, lookEvery)
    window.addEventListener('pointerdown', onMove)
    window.addEventListener('keydown', onMove)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('pointerdown', onMove)
      window.removeEventListener('keydown', onMove)
    }
  }, [idleSeconds, signOut])
  if (left > warnBefore) return null
  const stay = async () => {
    stayActive()
    setLeft(Infinity)
    const user = await readSession()
    if (user) signedIn(user)
  }
  return (
    <Dialog title={t('idle.title')} onClose={() => void stay()}>
      <Text mb="md">{t('idle.text', { minutes: Math.max(1, Math.ceil(left / 60_000)) })}</Text>
      <Group>
        <Button onClick={() => void stay()}>{t('idle.stay')}</Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('account.signOut')}
        </Button>
      </Group>
    </Dialog>
  )
}
