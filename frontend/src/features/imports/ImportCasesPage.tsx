// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { sendFile } from '../../lib/http/sendFile.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { sendProblem } from '../../ui/form/sendProblem.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'

/** Takes a table of cases; what its columns mean is asked on the next page. */
export function ImportCasesPage() {
  const t = useT()
  const { may } = useProject()
  return (
    <Page title={t('importCases.title')} purpose={t('importCases.purpose')} narrow>
      {may('edit_data') ? (
        <>
          <Panel title={t('upload.before')}>
            <List size="sm">
              <List.Item>{t('importCases.rule.header')}</List.Item>
              <List.Item>{t('importCases.rule.id')}</List.Item>
              <List.Item>{t('importCases.rule.trial')}</List.Item>
            </List>
          </Panel>
          <Panel title={t('upload.file')}>
            <TableForm />
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState title={t('error.forbidden.title')} hint={t('error.forbidden.text')} />
        </Panel>
      )}
    </Page>
  )
}

function TableForm() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [part, setPart] = useState<number | null>(null)
  const form = useForm<{ file: File | null }>({
    initialValues: { file: null },
    validate: { file: (file) => (file ? null : t('importCases.fileMissing')) },
  })
  const percent = part === null ? null : Math.floor(100 * part)
  return (
    <EditForm
      form={form}
      submitLabel={t('importCases.next')}
      onCancel={form.reset}
      onSubmit={async ({ file }) => {
        if (!file) return undefined
        setPart(0)
        const sent = await sendFile({
          url: `/a/${encodeURIComponent(project)}/bulk/case-tables/`,
          fields: { file },
          onProgress: setPart,
        })
        setPart(null)
        if ('code' in sent) return [sendProblem(t, sent)]
        form.resetDirty()
        setTimeout(() => void navigate(paths.matchColumns(project, sent.id)))
        return undefined
      }}
    >
      <FileField
        label={t('importCases.file')}
        description={t('importCases.file.help')}
        accept=".xlsx,.xls,.csv"
        file={form.values.file}
        error={form.errors['file']}
        onChange={(chosen) => form.setFieldValue('file', chosen)}
      />
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
