// SPDX-License-Identifier: Apache-2.0
import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

const CreateWorker = graphql(`
  mutation CreateMobileWorker($input: CreateMobileWorkerInput!) {
    createMobileWorker(input: $input) {
      mobileWorker {
        id
        userId
        username
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function NewMobileWorkerPage() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createWorker] = useMutation(CreateWorker)
  const form = useForm({
    initialValues: { username: '', firstName: '', lastName: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('newWorker.username.missing')),
      password: (value) => (value ? null : t('newWorker.password.missing')),
    },
  })
  return (
    <Page
      title={t('newWorker.title')}
      purpose={t('newWorker.purpose')}
      parent={<TextLink to={paths.mobileWorkers(project)}>{t('workers.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newWorker.submit')}
          onCancel={() => void navigate(paths.mobileWorkers(project))}
          onSubmit={async (values) => {
            const input = { project, ...values, username: values.username.trim() }
            const { data, error } = await createWorker({ input })
            const worker = data?.createMobileWorker.mobileWorker
            if (!worker) return problemsOf(t, error, data?.createMobileWorker.userErrors)
            form.resetDirty()
            showToast(t('newWorker.done', { username: worker.username }))
            setTimeout(() => void navigate(paths.mobileWorker(project, worker.userId)))
            return undefined
          }}
        >
          <TextInput
            label={t('workers.column.username')}
            description={t('newWorker.username.help')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('username')}
          />
          <TextInput
            label={t('newWorker.firstName')}
            autoComplete="off"
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={t('newWorker.lastName')}
            autoComplete="off"
            {...form.getInputProps('lastName')}
          />
          <PasswordInput
            label={t('signIn.password')}
            description={t('newWorker.password.help')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{
              'aria-label': t('signIn.showPassword'),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            {...form.getInputProps('password')}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
