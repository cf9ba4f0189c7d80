// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
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
import { SelectField } from '../../ui/SelectField.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

const UpdateProject = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        displayName
        timeZone
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** What people call the project, and where its days begin. */
export function BasicSettingsPage() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project, displayName, timeZone } = useProject()
  const [, updateProject] = useMutation(UpdateProject)
  const form = useForm({
    initialValues: { displayName, timeZone },
    validate: {
      displayName: (value) => (value.trim() ? null : t('newProject.displayName.missing')),
    },
  })
  const zones = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]
  return (
    <Page title={t('basicSettings.title')} purpose={t('basicSettings.purpose')} narrow>
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(paths.dashboard(project))}
          onSubmit={async (values) => {
            const { data, error } = await updateProject({ input: { project, ...values } })
            const problems = problemsOf(t, error, data?.updateProject.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('basicSettings.done'))
            return undefined
          }}
        >
          <TextInput
            label={t('newProject.name')}
            description={t('basicSettings.name.help')}
            value={project}
            readOnly
          />
          <TextInput
            label={t('newProject.displayName')}
            description={t('newProject.displayName.help')}
            {...form.getInputProps('displayName')}
          />
          <SelectField
            label={t('newProject.timeZone')}
            description={t('newProject.timeZone.help')}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            error={form.errors['timeZone']}
            value={form.values.timeZone}
            onChange={(zone) => form.setFieldValue('timeZone', zone)}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
