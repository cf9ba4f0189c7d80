// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { useSavePhoneData, type PhoneData } from './useSavePhoneData.ts'

const PhoneDataQuery = graphql(`
  query PhoneData($project: String!) {
    project(name: $project) {
      id
      userCasesEnabled
      restoreSettings {
        locationFixtures
        tracksStock
      }
    }
  }
`)

const shapes = [
  ['FLAT', 'phoneData.flat', 'phoneData.flat.help'],
  ['HIERARCHICAL', 'phoneData.hierarchical', 'phoneData.hierarchical.help'],
  ['BOTH', 'phoneData.both', 'phoneData.both.help'],
] as const

/** What phones get beside the cases of their workers. */
export function PhoneDataPage() {
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: PhoneDataQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const { restoreSettings, userCasesEnabled } = data.project
  return <PhoneDataForm {...restoreSettings} userCases={userCasesEnabled} />
}

function PhoneDataForm({ locationFixtures, tracksStock, userCases }: PhoneData) {
  const t = useT()
  const save = useSavePhoneData()
  const form = useForm<PhoneData>({ initialValues: { locationFixtures, tracksStock, userCases } })
  return (
    <Page title={t('phoneData.title')} purpose={t('phoneData.purpose')} narrow>
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={form.reset}
          onSubmit={async (values) => {
            const problems = await save(values, form.isDirty)
            if (problems) return problems
            form.resetDirty()
            showToast(t('phoneData.done'))
            return undefined
          }}
        >
          <Radio.Group
            label={t('phoneData.fixtures')}
            description={t('phoneData.fixtures.help')}
            {...form.getInputProps('locationFixtures')}
          >
            <Stack gap="sm" mt="sm">
              {shapes.map(([shape, label, help]) => (
                <Radio key={shape} value={shape} label={t(label)} description={t(help)} />
              ))}
            </Stack>
          </Radio.Group>
          <Checkbox
            label={t('phoneData.tracksStock')}
            description={t('phoneData.tracksStock.help')}
            {...form.getInputProps('tracksStock', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('phoneData.userCases')}
            description={t('phoneData.userCases.help')}
            {...form.getInputProps('userCases', { type: 'checkbox' })}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
