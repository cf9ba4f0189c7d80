// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useEditing, useEditingState } from './EditingContext.tsx'
import type { Whose } from './merging.ts'

/** Two changed the same part. Whichever is taken, undoing brings back the other. */
export function ConflictDialog() {
  const t = useT()
  const editing = useEditing()
  const message = useEditingState((state) => state.message)
  const [busy, setBusy] = useState<Whose | null>(null)
  const resolve = async (whose: Whose) => {
    setBusy(whose)
    await editing.resolve(whose)
    setBusy(null)
  }
  return (
    <Dialog title={t('conflict.title')} onClose={() => undefined}>
      <Stack>
        <Text>{message}</Text>
        <Text>{t('conflict.text')}</Text>
        <Group>
          <Button loading={busy === 'mine'} onClick={() => void resolve('mine')}>
            {t('conflict.mine')}
          </Button>
          <Button
            variant="default"
            loading={busy === 'theirs'}
            onClick={() => void resolve('theirs')}
          >
            {t('conflict.theirs')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
