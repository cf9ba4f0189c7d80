// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sendFile } from '../../lib/http/sendFile.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { paths, type WorkbookName } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { EditForm, type Problem } from '../../ui/form/EditForm.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { sendProblem } from '../../ui/form/sendProblem.ts'
import { nothingChosen, problemOfFile, type UploadValues } from './uploadValues.ts'
import type { Workbook } from './workbooks.ts'

type Props = { name: WorkbookName; workbook: Workbook }

/** Sends a workbook; what becomes of it is told on the page of its job. */
export function UploadForm({ name, workbook }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [part, setPart] = useState<number | null>(null)
  const here = useHere()
  const form = useForm<UploadValues>({
    initialValues: nothingChosen,
    validate: {
      file: (file) => {
        const problem = problemOfFile(file)
        return problem && t(problem)
      },
    },
  })
  const { file, checkOnly, replace } = form.values
  const submit = async (values: UploadValues): Promise<Problem[] | undefined> => {
    if (!values.file) return undefined
    setPart(0)
    const sent = await sendFile({
      url: `/a/${encodeURIComponent(project)}/bulk/${name}/`,
      fields: {
        checkOnly: String(values.checkOnly),
        replace: String(values.replace),
        file: values.file,
      },
      onProgress: setPart,
    })
    setPart(null)
    if ('code' in sent) return [sendProblem(t, sent)]
    announceJob()
    form.resetDirty()
    // Who went elsewhere meanwhile finds the job in the tray.
    setTimeout(() => here.current && void navigate(paths.job(project, sent.id)))
    return undefined
  }
  const percent = part === null ? null : Math.floor(100 * part)
  return (
    <EditForm
      form={form}
      submitLabel={t(checkOnly ? 'upload.check' : 'upload.submit')}
      onCancel={() => void navigate(workbook.list.path(project))}
      onSubmit={submit}
    >
      <FileField
        label={t('upload.file.label')}
        description={t('upload.file.help')}
        accept=".xlsx"
        file={file}
        error={form.errors['file']}
        onChange={(chosen) => form.setFieldValue('file', chosen)}
      />
      <Checkbox
        label={t('upload.checkOnly')}
        description={t('upload.checkOnly.help')}
        checked={checkOnly}
        onChange={(event) => form.setFieldValue('checkOnly', event.currentTarget.checked)}
      />
      {name === 'lookup-tables' && (
        <Checkbox
          label={t('upload.replace')}
          description={t('upload.replace.help')}
          checked={replace}
          onChange={(event) => form.setFieldValue('replace', event.currentTarget.checked)}
        />
      )}
      {percent !== null && (
        <ProgressBar
          label={t('upload.sending')}
          percent={percent}
          words={t('upload.sent', { percent })}
        />
      )}
    </EditForm>
  )
}

/** Whether the page is still there. */
function useHere() {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
