// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { measureKinds, type MeasureKind } from './measureKinds.ts'
import { measureInput, measureProblems, noMeasure, type MeasureValues } from './measureValues.ts'

const AddMeasure = graphql(`
  mutation AddRecoveryMeasure($input: AddRecoveryMeasureInput!) {
    addRecoveryMeasure(input: $input) {
      recoveryMeasure {
        sequenceNumber
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const ranges: { label: MessageKey; name: keyof MeasureValues; app: boolean }[] = [
  { label: 'addMeasure.appFrom', name: 'appVersionMin', app: true },
  { label: 'addMeasure.appTo', name: 'appVersionMax', app: true },
  { label: 'addMeasure.commcareFrom', name: 'commcareVersionMin', app: false },
  { label: 'addMeasure.commcareTo', name: 'commcareVersionMax', app: false },
]

/** Has phones with certain versions do something once. */
export function NewMeasure({ onSaved }: { onSaved: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const back = paths.deviceSettings(project)
  const [, addMeasure] = useMutation(AddMeasure)
  const form = useForm<MeasureValues>({
    initialValues: noMeasure,
    validate: (values) =>
      Object.fromEntries(Object.entries(measureProblems(values)).map(([at, key]) => [at, t(key)])),
  })
  const fields = (app: boolean) => (
    <Group align="flex-start">
      {ranges
        .filter((range) => range.app === app)
        .map(({ label, name }) => (
          <TextInput
            key={name}
            flex="1 1 200px"
            label={t(label)}
            inputMode={app ? 'numeric' : 'decimal'}
            autoComplete="off"
            {...form.getInputProps(name)}
          />
        ))}
    </Group>
  )
  return (
    <Page
      title={t('addMeasure.title')}
      purpose={t('addMeasure.purpose')}
      parent={<TextLink to={back}>{t('deviceSettings.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('addMeasure.submit')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const { data, error } = await addMeasure({
              input: { project, ...measureInput(values) },
            })
            const problems = problemsOf(t, error, data?.addRecoveryMeasure.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('addMeasure.done'))
            onSaved()
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <Group align="flex-start">
            <TextInput
              flex="1 1 200px"
              label={t('updatePrompts.app')}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('appId')}
            />
            <SelectField
              flex="1 1 200px"
              label={t('recoveryMeasures.kind')}
              options={(Object.keys(measureKinds) as MeasureKind[]).map((kind) => ({
                value: kind,
                label: t(measureKinds[kind]),
              }))}
              value={form.values.kind}
              onChange={(kind) => form.setFieldValue('kind', kind as MeasureKind)}
            />
          </Group>
          {fields(true)}
          {fields(false)}
          <TextInput
            label={t('recoveryMeasures.note')}
            description={t('addMeasure.note.help')}
            autoComplete="off"
            {...form.getInputProps('note')}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
