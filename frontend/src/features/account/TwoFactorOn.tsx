// SPDX-License-Identifier: Apache-2.0
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const MakeRecoveryCodes = graphql(`
  mutation MakeRecoveryCodes($input: PasswordInput!) {
    makeRecoveryCodes(input: $input) {
      recoveryCodes
      userErrors {
        message
        field
      }
    }
  }
`)

const TurnOffTwoFactor = graphql(`
  mutation TurnOffTwoFactor($input: PasswordInput!) {
    turnOffTwoFactor(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { codesLeft: number; onChanged: () => void }

/** Two-factor authentication as it stands; what makes it weaker asks for the password. */
export function TwoFactorOn({ codesLeft, onChanged }: Props) {
  const t = useT()
  const [{ fetching: making }, make] = useMutation(MakeRecoveryCodes)
  const [{ fetching: turning }, turnOff] = useMutation(TurnOffTwoFactor)
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const makeCodes = async () => {
    const { data, error } = await make({ input: { password } })
    const problems = problemsOf(t, error, data?.makeRecoveryCodes.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems) return
    setPassword('')
    setCodes(data?.makeRecoveryCodes.recoveryCodes ?? [])
  }
  const end = async (event: FormEvent) => {
    event.preventDefault()
    const { data, error } = await turnOff({ input: { password } })
    const problems = problemsOf(t, error, data?.turnOffTwoFactor.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems) return
    showToast(t('twoFactor.turnedOff'))
    onChanged()
  }
  return (
    <Panel title={t('twoFactor.title')}>
      <Stack align="flex-start">
        <Status tone="good" label={t('twoFactor.on')} />
        <Text>{t('twoFactor.codesLeft', { count: codesLeft })}</Text>
        {codes ? (
          <RecoveryCodes
            codes={codes}
            onDone={() => {
              setCodes(null)
              onChanged()
            }}
          />
        ) : (
          <form onSubmit={(event) => void end(event)} noValidate>
            <Stack>
              <PasswordInput
                label={t('changePassword.present')}
                description={t('twoFactor.passwordHelp')}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                error={problem}
              />
              <Group>
                <Button variant="default" loading={making} onClick={() => void makeCodes()}>
                  {t('twoFactor.newCodes')}
                </Button>
                <Button type="submit" color="red" variant="outline" loading={turning}>
                  {t('twoFactor.turnOff')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  )
}
