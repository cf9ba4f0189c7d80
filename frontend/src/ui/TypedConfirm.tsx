// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { Dialog } from './Dialog.tsx'
import type { Problem } from './form/EditForm.tsx'

type Props = {
  title: string
  /** What will happen, and to whom. */
  text: ReactNode
  /** What the reader has to type. */
  name: string
  confirmLabel: string
  onClose: () => void
  /** Does it; answers what went wrong, or nothing when all is well. */
  onConfirm: () => Promise<Problem[] | undefined>
}

/** Asks for the typed name of a thing before something is done to it that cannot be undone. */
export function TypedConfirm({ title, text, name, confirmLabel, onClose, onConfirm }: Props) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== name) {
      setProblem(t('confirm.mismatch'))
      return
    }
    setBusy(true)
    const problems = await onConfirm()
    setBusy(false)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Text component="div">{text}</Text>
          <TextInput
            label={t('confirm.type', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={problem}
            autoComplete="off"
            data-autofocus
          />
          <Group>
            <Button type="submit" color="red.9" loading={busy}>
              {confirmLabel}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
