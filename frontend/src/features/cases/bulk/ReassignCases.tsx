// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { ChosenList, type Chosen } from '../../../ui/ChosenList.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { Problem } from '../../../ui/form/EditForm.tsx'
import { OwnerChoices } from './OwnerChoices.tsx'

type Props = {
  count: number
  onReassign: (ownerId: string) => Promise<Problem[] | undefined>
  onClose: () => void
}

/** Asks who gets the cases, and gives them to her. */
export function ReassignCases({ count, onReassign, onClose }: Props) {
  const t = useT()
  const [owner, setOwner] = useState<Chosen | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    if (!owner) return
    setBusy(true)
    const problems = await onReassign(owner.value)
    setBusy(false)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
  }
  return (
    <Dialog title={t('casesInBulk.reassign.title', { count })} onClose={onClose}>
      <Stack>
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Text>{t('casesInBulk.reassign.text')}</Text>
        {owner ? (
          <ChosenList label={t('owner.new')} items={[owner]} onRemove={() => setOwner(null)} />
        ) : (
          <OwnerChoices onChoose={setOwner} />
        )}
        <Group>
          {owner && (
            <Button loading={busy} onClick={() => void submit()} data-autofocus>
              {t('casesInBulk.reassign.submit', { count })}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
