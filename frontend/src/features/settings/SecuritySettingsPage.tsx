// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { TrustedProviders } from './TrustedProviders.tsx'

const SecurityQuery = graphql(`
  query SecuritySettings($project: String!) {
    project(name: $project) {
      id
      security {
        digestAllowed
        twoFactorRequired
        strongMobilePasswords
        secureSessions
        sessionMinutes
        allowedAddresses
        deniedAddresses
        joinRequestsAllowed
        yourAddress
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
  return <SecurityForm security={data.project.security} />
}

type Security = NonNullable<ResultOf<typeof SecurityQuery>['project']>['security']

const lines = (text: string) => text.split(/[\s,]+/).filter(Boolean)

function SecurityForm({ security }: { security: Security }) {
  const t = useT()
  const { name: project } = useProject()
  const [, updateSecurity] = useMutation(UpdateSecurity)
  const form = useForm({
    initialValues: {
      twoFactorRequired: security.twoFactorRequired,
      secureSessions: security.secureSessions,
      strongMobilePasswords: security.strongMobilePasswords,
      digestAllowed: security.digestAllowed,
      sessionMinutes: security.sessionMinutes ?? 30,
      allowedAddresses: security.allowedAddresses.join('\n'),
      deniedAddresses: security.deniedAddresses.join('\n'),
      joinRequestsAllowed: security.joinRequestsAllowed,
    },
  })
  return (
    <Page title={t('securitySettings.title')} purpose={t('securitySettings.purpose')} narrow>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={form.reset}
        onSubmit={async (values) => {
          const { data, error } = await updateSecurity({
            input: {
              project,
              ...values,
              allowedAddresses: lines(values.allowedAddresses),
              deniedAddresses: lines(values.deniedAddresses),
            },
          })
          const problems = problemsOf(t, error, data?.updateProjectSecurity.userErrors)
          if (problems) return problems
          form.resetDirty()
          showToast(t('basicSettings.done'))
          return undefined
        }}
      >
        <Panel title={t('securitySettings.people')}>
          <Stack>
            <Checkbox
              label={t('securitySettings.twoFactor')}
              description={t('securitySettings.twoFactor.help')}
              {...form.getInputProps('twoFactorRequired', { type: 'checkbox' })}
            />
            <Checkbox
              label={t('securitySettings.secureSessions')}
              description={t('securitySettings.secureSessions.help')}
              {...form.getInputProps('secureSessions', { type: 'checkbox' })}
            />
            {form.values.secureSessions && (
              <NumberInput
                label={t('securitySettings.sessionMinutes')}
                min={5}
                max={1440}
                allowDecimal={false}
                maw={240}
                {...form.getInputProps('sessionMinutes')}
              />
            )}
            <Checkbox
              label={t('securitySettings.joinRequests')}
              description={t('securitySettings.joinRequests.help')}
              {...form.getInputProps('joinRequestsAllowed', { type: 'checkbox' })}
            />
          </Stack>
        </Panel>
        <Panel title={t('securitySettings.network')}>
          <Stack>
            <Text size="sm">
              {t('securitySettings.network.help', { address: security.yourAddress })}
            </Text>
            <Textarea
              label={t('securitySettings.allowed')}
              description={t('securitySettings.allowed.help')}
              rows={3}
              {...form.getInputProps('allowedAddresses')}
            />
            <Textarea
              label={t('securitySettings.denied')}
              description={t('securitySettings.denied.help')}
              rows={3}
              {...form.getInputProps('deniedAddresses')}
            />
          </Stack>
        </Panel>
        <Panel title={t('securitySettings.phones')}>
          <Stack>
            <Checkbox
              label={t('securitySettings.strongMobile')}
              description={t('securitySettings.strongMobile.help')}
              {...form.getInputProps('strongMobilePasswords', { type: 'checkbox' })}
            />
            <Checkbox
              label={t('securitySettings.digest')}
              description={t('securitySettings.digest.help')}
              {...form.getInputProps('digestAllowed', { type: 'checkbox' })}
            />
          </Stack>
        </Panel>
      </EditForm>
      <TrustedProviders />
    </Page>
  )
}
