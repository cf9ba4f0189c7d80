// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'

type Props = { busy: boolean; wrong: boolean; onCode: (code: string) => void; onBack: () => void }

/** The second step of signing in, for who has a second factor. */
export function CodeStep({ busy, wrong, onCode, onBack }: Props) {
  const t = useT()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCode(code.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('codeStep.purpose')}</Text>
        <TextInput
          size="md"
          label={t('codeStep.code')}
          description={t('codeStep.recovery')}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={wrong && t('codeStep.wrong')}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('signIn.submit')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('codeStep.back')}
        </Button>
      </Stack>
    </form>
  )
}
