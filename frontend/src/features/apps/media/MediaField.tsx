// SPDX-License-Identifier: Apache-2.0
import { Button, FileButton, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useAppDocument, useEditing } from '../editing/EditingContext.tsx'
import classes from './MediaField.module.css'
import { MediaShown } from './MediaShown.tsx'
import { addressOf, endings, type MediaKind } from './mediaPaths.ts'

type Props = {
  label: string
  kind: MediaKind
  path: string
  /** What a new file is called, without its ending. */
  stem: string
  /** May come long after the field was drawn, when a file has arrived: it changes what there is by then. */
  onChange: (path: string) => void
}

/** A picture, sound or film: chosen from a file, or by the path of one that the application has. */
export function MediaField({ label, kind, path, stem, onChange }: Props) {
  const t = useT()
  const editing = useEditing()
  const app = useAppDocument()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const address = path ? addressOf(app, path) : null
  const upload = async (file: File | null) => {
    if (!file) return
    setBusy(true)
    const answer = await editing.putMedia(kind, path, stem, file)
    setBusy(false)
    setProblem('failed' in answer ? answer.failed : null)
    if ('path' in answer && answer.path !== path) onChange(answer.path)
  }
  return (
    <div>
      <div className={classes['row']}>
        <TextInput
          className={classes['path']}
          label={label}
          placeholder="jr://file/commcare/…"
          autoComplete="off"
          spellCheck={false}
          value={path}
          error={problem}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <FileButton accept={endings[kind]} onChange={(file) => void upload(file)}>
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={busy}
              aria-label={t('media.upload.of', { label })}
            >
              {t('media.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      {path && !address && (
        <Text size="xs" c="var(--b-warn-text)" mt={4} role="status">
          {t('media.missing')}
        </Text>
      )}
      {address && <MediaShown kind={kind} address={address} name={label} />}
    </div>
  )
}
