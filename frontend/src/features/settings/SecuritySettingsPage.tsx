// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

const SecurityQuery = graphql(`
  query SecuritySettings($project: String!) {
    project(name: $project) {
      id
      security {
        digestAllowed
      }
    }
  }
`)

const UpdateSecurity = graphql(`
  mutation UpdateProjectSecurity($input: UpdateProjectSecurityInput!) {
    updateProjectSecurity(input: $input) {
      security {
        digestAllowed
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** How people and their phones may sign in. */
export function SecuritySettingsPage() {
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: SecurityQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  return <SecurityForm {...data.project.security} />
}

function SecurityForm({ digestAllowed }: { digestAllowed: boolean }) {
  const t = useT()
  const { name: project } = useProject()
  const [, updateSecurity] = useMutation(UpdateSecurity)
  const form = useForm({ initialValues: { digestAllowed } })
  return (
    <Page title={t('securitySettings.title')} purpose={t('securitySettings.purpose')} narrow>
      <Panel title={t('securitySettings.phones')}>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={form.reset}
          onSubmit={async (values) => {
            const { data, error } = await updateSecurity({ input: { project, ...values } })
            const problems = problemsOf(t, error, data?.updateProjectSecurity.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('basicSettings.done'))
            return undefined
          }}
        >
          <Checkbox
            label={t('securitySettings.digest')}
            description={t('securitySettings.digest.help')}
            {...form.getInputProps('digestAllowed', { type: 'checkbox' })}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
