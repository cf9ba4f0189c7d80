// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { isLanguageCode } from './settings/languageCodes.ts'

const Create = graphql(`
  mutation CreateApp($input: CreateAppInput!) {
    createApp(input: $input) {
      app {
        appId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Asks for the name of a new application and opens it. */
export function NewApplication({ onClose }: { onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, create] = useMutation(Create)
  const form = useForm({
    initialValues: { name: '', language: 'en' },
    validate: {
      name: (name) => (name.trim() ? null : t('apps.name.missing')),
      language: (code) => (isLanguageCode(code) ? null : t('languages.code.invalid')),
    },
  })
  return (
    <Dialog title={t('newApp.title')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('newApp.submit')}
        onCancel={onClose}
        onSubmit={async ({ name, language }) => {
          const { data, error } = await create({ input: { project, name: name.trim(), language } })
          const app = data?.createApp.app
          if (!app) return problemsOf(t, error, data?.createApp.userErrors)
          form.resetDirty()
          setTimeout(() => void navigate(paths.app(project, app.appId)))
          return undefined
        }}
      >
        <TextInput
          label={t('apps.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('newApp.language')}
          description={t('languages.code.help')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('language')}
        />
      </EditForm>
    </Dialog>
  )
}
