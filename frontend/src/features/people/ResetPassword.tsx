// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

const ResetWorkerPassword = graphql(`
  mutation ResetMobileWorkerPassword($input: ResetMobileWorkerPasswordInput!) {
    resetMobileWorkerPassword(input: $input) {
      mobileWorker {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function ResetPassword({ userId }: { userId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, reset] = useMutation(ResetWorkerPassword)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!password) {
      setProblem(t('newWorker.password.missing'))
      return
    }
    const { data, error } = await reset({ input: { project, userId, password } })
    const problems = problemsOf(t, error, data?.resetMobileWorkerPassword.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems) return
    setPassword('')
    showToast(t('worker.passwordReset'))
  }
  return (
    <Panel title={t('worker.resetPassword')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack align="flex-start">
          <Text size="sm" c="dimmed">
            {t('worker.resetPasswordHelp')}
          </Text>
          <PasswordInput
            w="100%"
            label={t('worker.newPassword')}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={problem}
            visibilityToggleButtonProps={{
              'aria-label': t('signIn.showPassword'),
              'aria-hidden': false,
              tabIndex: 0,
            }}
          />
          <Button type="submit" variant="default" loading={fetching}>
            {t('worker.resetPassword')}
          </Button>
        </Stack>
      </form>
    </Panel>
  )
}
