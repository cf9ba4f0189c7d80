// SPDX-License-Identifier: Apache-2.0
import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { primaryOf } from '../../ui/primaryOf.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { BelongingFields } from './BelongingFields.tsx'
import { DataSetupFragment, dataSetupOf } from './dataSetup.ts'
import { UserDataInputs } from './UserDataInputs.tsx'
import { useWorkerForm } from './useWorkerForm.ts'
import { WorkerFields } from './WorkerFields.tsx'
import { emptyWorker, numbersOf, writeUserData, type DataSetup } from './workerValues.ts'

const NewWorkerSetupQuery = graphql(
  `
    query NewWorkerSetup($project: String!) {
      project(name: $project) {
        id
        workerRoles
        ...DataSetup
      }
    }
  `,
  [DataSetupFragment],
)

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
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({ query: NewWorkerSetupQuery, variables: { project } })
  if (data?.project) {
    return <NewWorkerForm roles={data.project.workerRoles} setup={dataSetupOf(data.project)} />
  }
  if (error) return <QueryError error={error} onRetry={() => read()} />
  return <PageSkeleton />
}

function NewWorkerForm({ roles, setup }: { roles: readonly string[]; setup: DataSetup }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createWorker] = useMutation(CreateWorker)
  const form = useWorkerForm({ initialValues: emptyWorker, setup, isNew: true })
  return (
    <Page
      title={t('newWorker.title')}
      purpose={t('newWorker.purpose')}
      parent={<TextLink to={paths.mobileWorkers(project)}>{t('workers.title')}</TextLink>}
      narrow
    >
      <EditForm
        form={form}
        submitLabel={t('newWorker.submit')}
        onCancel={() => void navigate(paths.mobileWorkers(project))}
        onSubmit={async (values) => {
          const { username, password, firstName, lastName, email, language, role } = values
          const input = {
            project,
            username: username.trim(),
            ...(values.choosesPassword ? { choosesPassword: true } : { password }),
            firstName,
            lastName,
            email,
            language,
            phoneNumbers: numbersOf(values.phoneNumbers),
            userData: writeUserData(values, setup),
            ...(role && { role }),
            ...(values.groups.length > 0 && { groupIds: values.groups.map((each) => each.value) }),
            ...(values.locations.length > 0 && {
              locationIds: values.locations.map((each) => each.value),
              primaryLocationId: primaryOf(values.locations, values.primaryLocationId),
            }),
          }
          const { data, error } = await createWorker({ input })
          const worker = data?.createMobileWorker.mobileWorker
          if (!worker) return problemsOf(t, error, data?.createMobileWorker.userErrors)
          form.resetDirty()
          const done = values.choosesPassword ? 'newWorker.done.chooses' : 'newWorker.done'
          showToast(t(done, { username: worker.username }))
          setTimeout(() => void navigate(paths.mobileWorker(project, worker.userId)))
          return undefined
        }}
      >
        <Panel title={t('newWorker.signIn')} spaced>
          <TextInput
            label={t('workers.column.username')}
            description={t('newWorker.username.help')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('username')}
          />
          <Checkbox
            label={t('newWorker.choosesPassword')}
            description={t('newWorker.choosesPassword.help')}
            {...form.getInputProps('choosesPassword', { type: 'checkbox' })}
          />
          {!form.values.choosesPassword && (
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
          )}
        </Panel>
        <Panel title={t('editWorker.person')} spaced>
          <WorkerFields form={form} roles={roles} />
        </Panel>
        <Panel title={t('belonging.title')} spaced>
          <BelongingFields form={form} />
        </Panel>
        <Panel title={t('worker.userData')} spaced>
          <UserDataInputs form={form} setup={setup} />
        </Panel>
      </EditForm>
    </Page>
  )
}
