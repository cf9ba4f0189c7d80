// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { sendForm } from '../../../lib/http/sendForm.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { Panel } from '../../../ui/Panel.tsx'

type Warning = { sheet: string; row: number; message: string }
type Answer = { status: string; changes?: number; warnings?: Warning[]; message?: string }
type Props = { appId: string; kind: 'app' | 'ui' }

const mostWarnings = 200

/** One kind of texts: out as a workbook, and in again with a report. */
export function TranslationPanel({ appId, kind }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const address = `/a/${encodeURIComponent(project)}/apps/bulk_${kind}_translations/${encodeURIComponent(appId)}`
  const send = async () => {
    if (!file) return
    setBusy(true)
    setAnswer(null)
    const sent = await sendForm<Answer>(`${address}/upload/`, { bulk_upload_file: file })
    setBusy(false)
    const said = 'answer' in sent ? sent.answer : { status: 'failed', message: t(sent.failure) }
    setAnswer(said)
    if (said.status === 'success') setFile(null)
  }
  return (
    <Panel title={t(kind === 'app' ? 'translations.app' : 'translations.ui')} spaced>
      <Text c="dimmed">{t(kind === 'app' ? 'translations.app.help' : 'translations.ui.help')}</Text>
      <Group gap="sm">
        <Button component="a" href={`${address}/download/`} variant="default">
          {t('translations.download')}
        </Button>
        {kind === 'app' && (
          <Button component="a" href={`${address}/download/?single=true`} variant="default">
            {t('translations.downloadSingle')}
          </Button>
        )}
      </Group>
      {may('edit_apps') && (
        <Stack gap="sm">
          <FileField
            label={t('upload.file.label')}
            description={t('translations.file.help')}
            accept=".xlsx"
            file={file}
            onChange={setFile}
          />
          <Group>
            <Button disabled={!file} loading={busy} onClick={() => void send()}>
              {t('translations.upload')}
            </Button>
          </Group>
          {answer && <Report answer={answer} />}
        </Stack>
      )}
    </Panel>
  )
}

function Report({ answer: { status, changes = 0, warnings = [], message } }: { answer: Answer }) {
  const t = useT()
  if (status !== 'success') {
    return (
      <Alert color="red" variant="outline" role="alert">
        {message ?? t('mutation.failed')}
      </Alert>
    )
  }
  return (
    <Alert color="gray" variant="outline" role="status" title={t('translations.done', { changes })}>
      {warnings.length > 0 && (
        <>
          <Text size="sm">{t('translations.warnings', { count: warnings.length })}</Text>
          <List size="sm">
            {warnings.slice(0, mostWarnings).map((warning) => (
              <List.Item key={`${warning.sheet} ${warning.row} ${warning.message}`}>
                {t('translations.warning', warning)}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  )
}
