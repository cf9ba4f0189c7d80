// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { Suspense, useEffect, useRef, useState, type FormEvent } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { useI18n } from '../../lib/i18n/I18nContext.tsx'
import { languages, type Language } from '../../lib/i18n/languages.ts'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { paths } from '../../lib/paths.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { askWay, type ProviderWay } from '../../lib/session/providerWay.ts'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { signIn, type SignInFailure } from '../../lib/session/sessionApi.ts'
import { failureText } from './failureText.ts'
import { safeNext } from './safeNext.ts'
import classes from '../../ui/page/CardPage.module.css'

const ProviderStep = laterPart(async () => (await import('./ProviderStep.tsx')).ProviderStep)
const CodeStep = laterPart(async () => (await import('./CodeStep.tsx')).CodeStep)

export function SignInPage() {
  const { t, language, choose } = useI18n()
  const { user, signedIn } = useSession()
  const [params] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const [way, setWay] = useState<ProviderWay | null>(null)
  const [shown, setShown] = useState({ username: '', password: '' })
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => {
    document.title = `${t('signIn.title')} · Baraza`
  }, [t])
  if (user) return <Navigate to={safeNext(params.get('next'))} replace />

  const attempt = async (who: typeof shown, code?: string) => {
    setBusy(true)
    const result = await signIn(who.username, who.password, code)
    setBusy(false)
    if ('user' in result) {
      signedIn(result.user)
      return
    }
    setShown(who)
    if (result.failure.code === 'SSO_REQUIRED') {
      setWay(await askWay(who.username))
      return
    }
    setFailure(result.failure)
    password.current?.select()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void attempt({
      username: String(form.get('username')).trim(),
      password: String(form.get('password')),
    })
  }
  const asked = failure?.code === 'CODE_REQUIRED' || failure?.code === 'CODE_WRONG'
  const other: Language = language === 'en' ? 'fr' : 'en'
  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Stack gap="lg">
          <div>
            <img src="/app/mark.svg" alt="" width={44} height={44} />
            <Title order={1} className={classes['title'] ?? ''}>
              {t('signIn.heading')}
            </Title>
            <Text c="dimmed">{t('signIn.purpose')}</Text>
          </div>
          {failure && !asked && (
            <Alert color="red" variant="light" role="alert" className={classes['failure'] ?? ''}>
              {failureText(t, failure)}
            </Alert>
          )}
          {way ? (
            <Suspense>
              <ProviderStep way={way} next={params.get('next')} onBack={() => setWay(null)} />
            </Suspense>
          ) : asked ? (
            <Suspense>
              <CodeStep
                busy={busy}
                wrong={failure.code === 'CODE_WRONG'}
                onCode={(code) => void attempt(shown, code)}
                onBack={() => setFailure(null)}
              />
            </Suspense>
          ) : (
            <form onSubmit={submit}>
              <Stack>
                <TextInput
                  name="username"
                  type="email"
                  size="md"
                  label={t('signIn.username')}
                  autoComplete="username"
                  required
                  withAsterisk={false}
                  autoFocus
                  onBlur={({ currentTarget: { value } }) => {
                    if (value.includes('@')) void askWay(value.trim()).then(setWay)
                  }}
                />
                <PasswordInput
                  ref={password}
                  name="password"
                  size="md"
                  label={t('signIn.password')}
                  autoComplete="current-password"
                  required
                  withAsterisk={false}
                  error={failure?.code === 'WRONG_CREDENTIALS'}
                  visibilityToggleButtonProps={{
                    'aria-label': t('signIn.showPassword'),
                    'aria-hidden': false,
                    tabIndex: 0,
                  }}
                />
                <Button type="submit" size="md" loading={busy}>
                  {t('signIn.submit')}
                </Button>
                <TextLink to={paths.resetPassword}>{t('signIn.forgotten')}</TextLink>
              </Stack>
            </form>
          )}
        </Stack>
      </div>
      <Group justify="center">
        <Button variant="subtle" size="compact-sm" lang={other} onClick={() => void choose(other)}>
          {languages[other]}
        </Button>
      </Group>
    </main>
  )
}
