// SPDX-License-Identifier: Apache-2.0
import { Alert, Code, Stack, Text } from '@mantine/core'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { CopyText } from './CopyText.tsx'

/** A link to hand over, where the server cannot mail it; shown once. */
export function HandedLink({ path, title, help }: { path: string; title: string; help: string }) {
  const t = useT()
  const link = window.location.origin + path
  return (
    <Alert variant="outline" role="status" title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{help}</Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{link}</Code>
        <CopyText value={link} label={t('action.copy')} variant="default" />
      </Stack>
    </Alert>
  )
}
