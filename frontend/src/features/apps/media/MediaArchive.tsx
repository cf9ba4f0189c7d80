// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, List, Text } from '@mantine/core'
import { useState } from 'react'
import { sendForm } from '../../../lib/http/sendForm.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { Panel } from '../../../ui/Panel.tsx'

type Sent = { success: boolean; processing_id?: string; error?: string }
type Left = { path: string; reason: string }
type Outcome = { matched_files: Record<string, unknown[]>; unmatched_files: Left[] }
type Said = { outcome: Outcome } | { failed: string }

const mostLines = 200

/** Takes in many media files at once, under the paths by which the application names them, and says what came of each. */
export function MediaArchive({ appId, onTaken }: { appId: string; onTaken: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const address = `/a/${encodeURIComponent(project)}/apps/api/${encodeURIComponent(appId)}/multimedia/`

  const outcomeOf = async (archive: File): Promise<Said> => {
    const sent = await sendForm<Sent>(address, { bulk_upload_file: archive })
    if ('failure' in sent) return { failed: t(sent.failure) }
    const { processing_id: id, error } = sent.answer
    if (!id) return { failed: error ?? t('mutation.failed') }
    try {
      const response = await fetch(`${address}status/${id}/`, { credentials: 'same-origin' })
      if (!response.ok) return { failed: t('mutation.failed') }
      return { outcome: (await response.json()) as Outcome }
    } catch {
      return { failed: t('mutation.unreachable') }
    }
  }
  const send = async () => {
    if (!file) return
    setBusy(true)
    setSaid(null)
    const answer = await outcomeOf(file)
    setBusy(false)
    setSaid(answer)
    if ('outcome' in answer) {
      setFile(null)
      onTaken()
    }
  }
  return (
    <Panel title={t('media.archive')} spaced>
      <FileField
        label={t('media.archive.file')}
        description={t('media.archive.help')}
        accept=".zip"
        file={file}
        onChange={setFile}
      />
      <Group>
        <Button disabled={!file} loading={busy} onClick={() => void send()}>
          {t('media.upload')}
        </Button>
      </Group>
      {said && <Report said={said} />}
    </Panel>
  )
}

function Report({ said }: { said: Said }) {
  const t = useT()
  if ('failed' in said) {
    return (
      <Alert color="red" variant="outline" role="alert">
        {said.failed}
      </Alert>
    )
  }
  const { matched_files: matched, unmatched_files: left } = said.outcome
  const count = Object.values(matched).reduce((sum, files) => sum + files.length, 0)
  return (
    <Alert color="gray" variant="outline" role="status" title={t('media.archive.taken', { count })}>
      {left.length > 0 && (
        <>
          <Text size="sm">{t('media.archive.left', { count: left.length })}</Text>
          <List size="sm">
            {left.slice(0, mostLines).map(({ path, reason }) => (
              <List.Item key={path}>
                {path}: {reason}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  )
}
