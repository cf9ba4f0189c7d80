// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import type { UnreadableForm, UnreadableReason } from '../xform/UnreadableForm.ts'
import { UploadSource } from './UploadSource.tsx'

const words = {
  xml: 'designer.unreadable.xml',
  'not-a-form': 'designer.unreadable.notAForm',
  structure: 'designer.unreadable.structure',
} satisfies Record<UnreadableReason, MessageKey>

type Props = { formId: string; problem: UnreadableForm; source: string }

/** A form that was made by hand and that the designer cannot show without losing something of it. */
export function UnreadableSource({ formId, problem, source }: Props) {
  const t = useT()
  const [uploading, setUploading] = useState(false)
  const file = `data:text/xml;charset=utf-8,${encodeURIComponent(source)}`
  return (
    <Alert variant="outline" color="gray" title={t('designer.unreadable.title')}>
      <Stack gap="sm">
        <Text size="sm">{t(words[problem.reason])}</Text>
        <Code>
          {problem.line !== null && `${problem.line}: `}
          {problem.message}
        </Code>
        <Group>
          <Button component="a" href={file} download={`${formId}.xml`} variant="default">
            {t('designer.download')}
          </Button>
          <Button variant="default" onClick={() => setUploading(true)}>
            {t('designer.upload')}
          </Button>
        </Group>
      </Stack>
      {uploading && <UploadSource formId={formId} onClose={() => setUploading(false)} />}
    </Alert>
  )
}
