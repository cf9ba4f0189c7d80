// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SearchedSelect } from '../../ui/SearchedSelect.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { prompts, type Prompt } from './prompts.ts'
import { useApps } from './useApps.ts'

const SetPrompts = graphql(`
  mutation SetAppUpdatePrompts($input: SetAppUpdatePromptsInput!) {
    setAppUpdatePrompts(input: $input) {
      appUpdatePrompts {
        appId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Values = {
  appId: string
  appPrompt: Prompt
  appVersion: string
  commcarePrompt: Prompt
  commcareVersion: string
}

const nothing: Values = {
  appId: '',
  appPrompt: 'ON',
  appVersion: '',
  commcarePrompt: 'OFF',
  commcareVersion: '',
}

/** Says what the phones of an app are told; what was said before for the same app goes. */
export function PromptForm({ onSaved }: { onSaved: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const { apps, more } = useApps(search)
  const [, setPrompts] = useMutation(SetPrompts)
  const form = useForm<Values>({
    initialValues: nothing,
    validate: { appId: (value) => (value.trim() ? null : t('updatePrompts.appMissing')) },
  })
  const options = (Object.keys(prompts) as Prompt[]).map((prompt) => ({
    value: prompt,
    label: t(prompts[prompt]),
  }))
  return (
    <Panel title={t('updatePrompts.change')}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={form.reset}
        onSubmit={async ({ appId, appVersion, commcareVersion, appPrompt, commcarePrompt }) => {
          const { data, error } = await setPrompts({
            input: {
              project,
              appId: appId.trim(),
              appPrompt,
              appVersion: Number(appVersion) || null,
              commcarePrompt,
              commcareVersion: commcareVersion.trim() || null,
            },
          })
          const problems = problemsOf(t, error, data?.setAppUpdatePrompts.userErrors)
          if (problems) return problems
          form.reset()
          showToast(t('updatePrompts.done'))
          onSaved()
          return undefined
        }}
      >
        <SearchedSelect
          label={t('updatePrompts.app')}
          options={[
            { value: '', label: t('updatePrompts.app.choose') },
            ...apps.map(({ appId, name }) => ({ value: appId, label: name })),
          ]}
          more={more}
          text={text}
          onText={setText}
          value={form.values.appId}
          error={form.errors['appId']}
          onChange={(appId) => form.setFieldValue('appId', appId)}
        />
        <Group align="flex-start">
          <SelectField
            flex="1 1 200px"
            label={t('updatePrompts.appPrompt')}
            options={options}
            value={form.values.appPrompt}
            onChange={(prompt) => form.setFieldValue('appPrompt', prompt as Prompt)}
          />
          <TextInput
            flex="1 1 200px"
            label={t('updatePrompts.appVersion')}
            description={t('updatePrompts.appVersion.help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('appVersion')}
          />
        </Group>
        <Group align="flex-start">
          <SelectField
            flex="1 1 200px"
            label={t('updatePrompts.commcarePrompt')}
            options={options}
            value={form.values.commcarePrompt}
            onChange={(prompt) => form.setFieldValue('commcarePrompt', prompt as Prompt)}
          />
          <TextInput
            flex="1 1 200px"
            label={t('updatePrompts.commcareVersion')}
            description={t('updatePrompts.commcareVersion.help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            {...form.getInputProps('commcareVersion')}
          />
        </Group>
      </EditForm>
    </Panel>
  )
}
