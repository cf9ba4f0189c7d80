// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { readSession } from '../../lib/session/sessionApi.ts'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const BeginTwoFactor = graphql(`
  mutation BeginTwoFactor {
    beginTwoFactor {
      secret
      uri
      userErrors {
        message
        field
      }
    }
  }
`)

const ConfirmTwoFactor = graphql(`
  mutation ConfirmTwoFactor($input: ConfirmTwoFactorInput!) {
    confirmTwoFactor(input: $input) {
      recoveryCodes
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { wantedBy: string[]; onDone: () => void }

/** Leads through setting up an authenticator app: picture, first code, recovery codes. */
export function TwoFactorOff({ wantedBy, onDone }: Props) {
  const t = useT()
  const { signedIn } = useSession()
  const [{ fetching: beginning }, begin] = useMutation(BeginTwoFactor)
  const [{ fetching: confirming }, confirm] = useMutation(ConfirmTwoFactor)
  const [made, setMade] = useState<{ secret: string; uri: string } | null>(null)
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const start = async () => {
    const { data, error } = await begin({})
    const problems = problemsOf(t, error, data?.beginTwoFactor.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    const { secret, uri } = data?.beginTwoFactor ?? {}
    if (secret && uri) setMade({ secret, uri })
  }
  const show = async (event: FormEvent) => {
    event.preventDefault()
    const { data, error } = await confirm({ input: { code: code.trim() } })
    const problems = problemsOf(t, error, data?.confirmTwoFactor.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems) return
    setCodes(data?.confirmTwoFactor.recoveryCodes ?? [])
    const user = await readSession()
    if (user) signedIn(user)
  }
  if (codes) {
    return (
      <Panel title={t('twoFactor.title')}>
        <RecoveryCodes codes={codes} onDone={onDone} />
      </Panel>
    )
  }
  return (
    <Panel title={t('twoFactor.title')}>
      <Stack align="flex-start">
        {wantedBy.length > 0 && (
          <Alert variant="outline" title={t('twoFactor.wanted')}>
            {t('twoFactor.wantedBy', { projects: wantedBy.join(', ') })}
          </Alert>
        )}
        <Text>{t('twoFactor.off')}</Text>
        {!made && (
          <>
            {problem && (
              <Text role="alert" c="red">
                {problem}
              </Text>
            )}
            <Button loading={beginning} onClick={() => void start()}>
              {t('twoFactor.setUp')}
            </Button>
          </>
        )}
        {made && (
          <form onSubmit={(event) => void show(event)} noValidate>
            <Stack align="flex-start">
              <Text size="sm">{t('twoFactor.scan')}</Text>
              <QrCode text={made.uri} label={t('twoFactor.picture')} />
              <Text size="sm">
                {t('twoFactor.type')}{' '}
                <Code style={{ overflowWrap: 'anywhere' }}>
                  {made.secret.replace(/(.{4})/g, '$1 ').trim()}
                </Code>
              </Text>
              <TextInput
                label={t('twoFactor.code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                error={problem}
              />
              <Button type="submit" loading={confirming}>
                {t('twoFactor.confirm')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  )
}
