// SPDX-License-Identifier: Apache-2.0
import { Button, List, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { isObject, textOf, type JsonObject } from './document/json.ts'

const Import = graphql(`
  mutation ImportApp($input: ImportAppInput!) {
    importApp(input: $input) {
      app {
        appId
        name
      }
      notices {
        place
        message
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Imported = ResultOf<typeof Import>['importApp']

/** Takes in an application's source and says what of it was put right. */
export function ImportApplication({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [, importApp] = useMutation(Import)
  const [done, setDone] = useState<Imported | null>(null)
  const form = useForm({
    initialValues: { name: '', file: null as File | null, document: null as JsonObject | null },
    validate: {
      file: (file) => (file ? null : t('upload.fileMissing')),
      document: (document, { file }) => (file && !document ? t('importApp.notJson') : null),
      name: (name) => (name.trim() ? null : t('apps.name.missing')),
    },
  })
  const choose = async (file: File | null) => {
    const document = file && parsed(await file.text())
    const name = form.values.name || textOf(document?.['name'])
    form.setValues({ file, document, name })
    form.clearErrors()
  }
  if (done?.app) {
    return (
      <Dialog title={t('importApp.done', { name: done.app.name })} onClose={onClose}>
        <Stack>
          {done.notices.length > 0 && (
            <>
              <Text>{t('importApp.notices', { count: done.notices.length })}</Text>
              <List size="sm">
                {done.notices.map(({ place, message }) => (
                  <List.Item key={`${place} ${message}`}>
                    {place && <b>{place}: </b>}
                    {message}
                  </List.Item>
                ))}
              </List>
            </>
          )}
          <div>
            <Button component={Link} to={paths.app(project, done.app.appId)}>
              {t('importApp.open')}
            </Button>
          </div>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('importApp.title')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('importApp.submit')}
        onCancel={onClose}
        onSubmit={async ({ name, document }) => {
          const input = { project, name: name.trim(), document }
          const { data, error } = await importApp({ input })
          if (!data?.importApp.app) return problemsOf(t, error, data?.importApp.userErrors)
          form.resetDirty()
          setDone(data.importApp)
          return undefined
        }}
      >
        <FileField
          label={t('importApp.file')}
          description={t('importApp.file.help')}
          accept=".json,application/json"
          file={form.values.file}
          error={form.errors['file'] ?? form.errors['document']}
          onChange={(file) => void choose(file)}
        />
        <TextInput label={t('apps.name')} autoComplete="off" {...form.getInputProps('name')} />
      </EditForm>
    </Dialog>
  )
}

function parsed(text: string): JsonObject | null {
  try {
    const document: unknown = JSON.parse(text)
    return isObject(document) ? document : null
  } catch {
    return null
  }
}
