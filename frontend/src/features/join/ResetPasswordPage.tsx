// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { CardPage } from '../../ui/page/CardPage.tsx'
import { postSession } from './joinApi.ts'

/** Asks for a link by mail; with the link, sets another password. */
export function ResetPasswordPage() {
  const t = useT()
  const { hash } = useLocation()
  // The links of mobile workers begin with their project.
  const [secret = '', user = '', project] = hash.slice(1).split('.').toReversed()
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const answer = await postSession<{ mails: boolean }>('password/forgotten', {
      username: values.get('username'),
    })
    if ('problem' in answer) setProblem(answer.problem ?? t('signIn.unreachable'))
    else setDone(answer.mails ? t('resetPassword.mailed') : t('resetPassword.noMails'))
  }
  const set = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const answer = await postSession<object>('password/reset', {
      ...(project && { project }),
      user,
      secret,
      password: values.get('password'),
    })
    if ('problem' in answer) setProblem(answer.problem ?? t('resetPassword.gone'))
    else setDone(t('resetPassword.set'))
  }
  return (
    <CardPage title={t('resetPassword.title')} purpose={t('resetPassword.purpose')}>
      {problem && (
        <Alert role="alert" color="red" variant="outline">
          {problem}
        </Alert>
      )}
      {done && <Text role="status">{done}</Text>}
      {!done && !secret && (
        <form onSubmit={(event) => void ask(event)}>
          <Stack>
            <TextInput
              name="username"
              type="email"
              label={t('signIn.username')}
              autoComplete="username"
              required
              withAsterisk={false}
            />
            <Button type="submit">{t('resetPassword.ask')}</Button>
          </Stack>
        </form>
      )}
      {!done && secret && (
        <form onSubmit={(event) => void set(event)}>
          <Stack>
            <PasswordInput
              name="password"
              label={t('changePassword.next')}
              description={t('changePassword.help')}
              autoComplete="new-password"
            />
            <Button type="submit">{t('resetPassword.save')}</Button>
          </Stack>
        </form>
      )}
      <TextLink to={paths.signIn}>{t('signIn.submit')}</TextLink>
    </CardPage>
  )
}
