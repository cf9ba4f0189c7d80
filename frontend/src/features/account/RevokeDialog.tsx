// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'

const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { apiKeyId: string; name: string; onClose: () => void; onRevoked: () => void }

/** Revoking cannot be undone, so the name of the key must be typed. */
export function RevokeDialog({ apiKeyId, name, onClose, onRevoked }: Props) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, revoke] = useMutation(RevokeApiKey)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== name) {
      setProblem(t('apiKeys.revoke.mismatch'))
      return
    }
    const { data, error } = await revoke({ input: { apiKeyId } })
    const problems = problemsOf(t, error, data?.revokeApiKey.userErrors)
    if (problems) setProblem(problems.map(({ message }) => message).join(' '))
    else onRevoked()
  }
  return (
    <Dialog title={t('apiKeys.revoke.title', { name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Text>{t('apiKeys.revoke.text')}</Text>
          <TextInput
            label={t('apiKeys.revoke.type', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={problem}
            autoComplete="off"
            data-autofocus
          />
          <Group>
            <Button type="submit" color="red" loading={fetching}>
              {t('apiKeys.revoke')}
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
