// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { Problem } from '../../../ui/form/EditForm.tsx'

type Props = {
  title: string
  text: string
  /** How many phones run the version. */
  devices: number
  submitLabel: string
  onClose: () => void
  onConfirm: () => Promise<Problem[] | undefined>
}

/** Says how many phones run a version before it is taken back or deleted. */
export function RetireVersion(props: Props) {
  const { title, text, devices, submitLabel, onClose, onConfirm } = props
  const t = useT()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    setBusy(true)
    const problems = await onConfirm()
    setBusy(false)
    if (!problems) onClose()
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        {devices > 0 && (
          <Alert color="yellow" variant="outline">
            {t('retire.inUse', { count: devices })}
          </Alert>
        )}
        <Text>{text}</Text>
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void submit()}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
