// SPDX-License-Identifier: Apache-2.0
import { Alert, List, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { sendForm } from '../../lib/http/sendForm.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'

type Answer = { properties?: number; messages?: string[] }
type Taken = { properties: number; messages: string[] }
type Props = { onClose: () => void; onDone: () => void }

/** Takes in a workbook; rows with errors are named and keep no other from being taken. */
export function UploadDictionary({ onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [answer, setAnswer] = useState<Taken | null>(null)
  const form = useForm<{ file: File | null }>({
    initialValues: { file: null },
    validate: { file: (file) => (file ? null : t('upload.fileMissing')) },
  })
  return (
    <Dialog title={t('dictionary.upload')} onClose={onClose}>
      {answer && <Report answer={answer} />}
      <EditForm
        form={form}
        submitLabel={t('upload.submit')}
        onCancel={onClose}
        onSubmit={async ({ file }) => {
          if (!file) return undefined
          const sent = await sendForm<Answer>(
            `/a/${encodeURIComponent(project)}/data_dictionary/import/`,
            { bulk_upload_file: file },
          )
          setAnswer(null)
          if ('failure' in sent) return [{ field: null, message: t(sent.failure) }]
          const { properties, messages = [] } = sent.answer
          if (properties === undefined) {
            return [{ field: null, message: messages.join(' ') || t('mutation.failed') }]
          }
          setAnswer({ properties, messages })
          form.reset()
          onDone()
          return undefined
        }}
      >
        <FileField
          label={t('upload.file.label')}
          description={t('dictionary.upload.help')}
          accept=".xlsx"
          file={form.values.file}
          error={form.errors['file']}
          onChange={(file) => form.setFieldValue('file', file)}
        />
      </EditForm>
    </Dialog>
  )
}

function Report({ answer: { properties, messages } }: { answer: Taken }) {
  const t = useT()
  return (
    <Alert
      color={messages.length > 0 ? 'red' : 'gray'}
      variant="outline"
      role={messages.length > 0 ? 'alert' : 'status'}
      mb="md"
      title={t('dictionary.upload.done', { count: properties })}
    >
      {messages.length > 0 && (
        <>
          <Text size="sm">{t('dictionary.upload.errors', { count: messages.length })}</Text>
          <List size="sm">
            {[...new Set(messages)].slice(0, 100).map((message) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  )
}
