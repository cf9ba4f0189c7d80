// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { GivenRoleField } from './GivenRoleField.tsx'

type Props = {
  title: string
  /** Empty where she has none yet. */
  initial: string
  submitLabel: string
  /** Gives the role; answers why it could not. */
  give: (role: string) => Promise<Problem[] | undefined>
  onClose: () => void
  onDone: () => void
}

/** Asks which role somebody gets. */
export function GivenRoleDialog({ title, initial, submitLabel, give, onClose, onDone }: Props) {
  const t = useT()
  const [role, setRole] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const problems = await give(role)
    setBusy(false)
    if (problems) setProblem(problems.map(({ message }) => message).join(' '))
    else onDone()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <GivenRoleField value={role} onChange={setRole} />
        {problem && (
          <Text role="alert" c="red">
            {problem}
          </Text>
        )}
        <Group>
          <Button loading={busy} disabled={!role} onClick={() => void save()}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
