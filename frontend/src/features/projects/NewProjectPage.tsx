// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { slugOf } from '../../lib/text/slugOf.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextLink } from '../../ui/TextLink.tsx'

const CreateProject = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
        name
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export function NewProjectPage() {
  const t = useT()
  const navigate = useNavigate()
  const [, createProject] = useMutation(CreateProject)
  const ownName = useRef(false)
  const form = useForm({
    initialValues: {
      displayName: '',
      name: '',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    validate: {
      displayName: (value) => (value.trim() ? null : t('newProject.displayName.missing')),
      name: (value) =>
        /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value) ? null : t('newProject.name.wrong'),
    },
  })
  return (
    <Page
      title={t('newProject.title')}
      purpose={t('newProject.purpose')}
      parent={<TextLink to={paths.projects}>{t('projects.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newProject.submit')}
          onCancel={() => void navigate(paths.projects)}
          onSubmit={async (input) => {
            const { data, error } = await createProject({ input })
            const created = data?.createProject.project
            if (created) {
              form.resetDirty()
              setTimeout(() => void navigate(paths.dashboard(created.name)))
              return undefined
            }
            return problemsOf(t, error, data?.createProject.userErrors)
          }}
        >
          <TextInput
            label={t('newProject.displayName')}
            description={t('newProject.displayName.help')}
            {...form.getInputProps('displayName')}
            onChange={({ currentTarget: { value } }) => {
              form.setFieldValue('displayName', value)
              if (!ownName.current) form.setFieldValue('name', slugOf(value))
            }}
          />
          <TextInput
            label={t('newProject.name')}
            description={t('newProject.name.help')}
            spellCheck={false}
            autoCapitalize="none"
            {...form.getInputProps('name')}
            onChange={({ currentTarget: { value } }) => {
              ownName.current = value !== ''
              form.setFieldValue('name', value)
            }}
          />
          <SelectField
            label={t('newProject.timeZone')}
            description={t('newProject.timeZone.help')}
            options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            value={form.values.timeZone}
            onChange={(zone) => form.setFieldValue('timeZone', zone)}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
