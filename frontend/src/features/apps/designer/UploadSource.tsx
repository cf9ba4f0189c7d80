// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { useEditing } from '../editing/EditingContext.tsx'
import { parseXml } from '../xform/xml/parseXml.ts'
import { XmlProblem } from '../xform/xml/xml.ts'

type Props = { formId: string; onClose: () => void }

/** Takes an XForm that was made elsewhere in the place of this form's questions. */
export function UploadSource({ formId, onClose }: Props) {
  const t = useT()
  const editing = useEditing()
  const form = useForm({
    initialValues: { file: null as File | null },
    validate: { file: (file) => (file ? null : t('upload.fileMissing')) },
  })
  return (
    <Dialog title={t('designer.upload')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('designer.upload.submit')}
        onCancel={onClose}
        onSubmit={async ({ file }) => {
          const source = (await file?.text()) ?? ''
          const problem = wrong(source)
          if (problem) {
            const { line, message } = problem
            return [{ field: 'file', message: t('designer.upload.line', { line, message }) }]
          }
          const refused = await editing.replaceSource(formId, source)
          if (refused) return [{ field: 'file', message: refused }]
          form.resetDirty()
          onClose()
          return undefined
        }}
      >
        <FileField
          label={t('designer.upload.file')}
          description={t('designer.upload.help')}
          accept=".xml,text/xml,application/xml"
          file={form.values.file}
          error={form.errors['file']}
          onChange={(file) => form.setFieldValue('file', file)}
        />
      </EditForm>
    </Dialog>
  )
}

function wrong(source: string): XmlProblem | null {
  try {
    parseXml(source)
    return null
  } catch (error) {
    if (error instanceof XmlProblem) return error
    throw error
  }
}
