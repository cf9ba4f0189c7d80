// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { signInHref } from '../../lib/session/providerWay.ts'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { CardPage } from '../../ui/page/CardPage.tsx'
import { accept, look, type Opened } from './joinApi.ts'
import { forgetSecret, keptSecret } from './keptSecret.ts'

/** Where the link of an invitation leads: who is signed in joins, anybody else makes an account first. */
export function JoinPage() {
  const t = useT()
  const { project = '', invitation = '' } = useParams()
  const { hash, pathname } = useLocation()
  const { user, signedIn } = useSession()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const secret = keptSecret(invitation, hash)
  const link = { project, invitation, secret }
  useEffect(() => {
    void look({ project, invitation, secret }).then((answer) => {
      if ('opened' in answer) setOpened(answer.opened)
      else setProblem(answer.problem ?? t('join.gone'))
    })
  }, [project, invitation, secret, t])

  const join = async (more: Record<string, string> = {}) => {
    setBusy(true)
    const answer = await accept({ ...link, ...more })
    setBusy(false)
    if ('user' in answer) {
      forgetSecret(invitation)
      signedIn(answer.user)
      void navigate(paths.dashboard(project), { replace: true })
    } else setProblem(answer.problem ?? t('mutation.unreachable'))
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    void join({
      firstName: String(values.get('firstName')),
      lastName: String(values.get('lastName')),
      password: String(values.get('password')),
    })
  }
  const body = () => {
    if (!opened) return problem ? null : <Text role="status">{t('join.looking')}</Text>
    if (user && user.username !== opened.email) {
      return <Text>{t('join.other', { email: opened.email, you: user.username })}</Text>
    }
    if (user) {
      return (
        <Button loading={busy} onClick={() => void join()}>
          {t('join.join')}
        </Button>
      )
    }
    if (opened.provider && opened.signInPath) {
      const way = { username: opened.email, provider: opened.provider, path: opened.signInPath }
      return (
        <>
          <Text>{t('providerStep.purpose', { username: opened.email })}</Text>
          <Button
            component="a"
            href={signInHref(way, opened.hasAccount ? pathname : paths.dashboard(project))}
          >
            {t('providerStep.go', { name: opened.provider })}
          </Button>
        </>
      )
    }
    if (opened.hasAccount) {
      return (
        <>
          <Text>{t('join.signInFirst', { email: opened.email })}</Text>
          <Button component={Link} to={`${paths.signIn}?next=${encodeURIComponent(pathname)}`}>
            {t('signIn.submit')}
          </Button>
        </>
      )
    }
    return (
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('signIn.username')} value={opened.email} readOnly />
          <TextInput name="firstName" label={t('join.firstName')} autoComplete="given-name" />
          <TextInput name="lastName" label={t('join.lastName')} autoComplete="family-name" />
          <PasswordInput
            name="password"
            label={t('signIn.password')}
            description={t('changePassword.help')}
            autoComplete="new-password"
          />
          <Button type="submit" loading={busy}>
            {t('join.create')}
          </Button>
        </Stack>
      </form>
    )
  }
  return (
    <CardPage
      title={opened ? t('join.title', { project: opened.projectTitle }) : t('join.heading')}
      {...(opened && {
        purpose: t('join.purpose', { name: opened.invitedBy, role: opened.role }),
      })}
    >
      {problem && (
        <Alert role="alert" color="red" variant="outline">
          {problem}
        </Alert>
      )}
      {body()}
    </CardPage>
  )
}
