// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { csrfFetch } from '../../lib/http/csrfFetch.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

type Failure = { errors?: { message: string }[]; detail?: string }

/** Another password; the other browsers of the reader are signed out. */
export function ChangePassword() {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const values = new FormData(form)
    if (values.get('next') !== values.get('again')) {
      setProblem(t('changePassword.different'))
      return
    }
    setBusy(true)
    const response = await csrfFetch('/session/password', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ password: values.get('password'), next: values.get('next') }),
    }).catch(() => null)
    setBusy(false)
    if (response?.ok) {
      setProblem(null)
      form.reset()
      showToast(t('changePassword.done'))
      return
    }
    const failure = (await response?.json().catch(() => null)) as Failure | null | undefined
    const messages = failure?.errors?.map(({ message }) => message).join(' ')
    setProblem(messages ?? failure?.detail ?? t('mutation.unreachable'))
  }
  return (
    <Panel title={t('changePassword.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {problem && (
            <Alert role="alert" color="red" variant="outline">
              {problem}
            </Alert>
          )}
          <PasswordInput
            name="password"
            label={t('changePassword.present')}
            autoComplete="current-password"
          />
          <PasswordInput
            name="next"
            label={t('changePassword.next')}
            description={t('changePassword.help')}
            autoComplete="new-password"
          />
          <PasswordInput
            name="again"
            label={t('changePassword.again')}
            autoComplete="new-password"
          />
          <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
            {t('changePassword.submit')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}
