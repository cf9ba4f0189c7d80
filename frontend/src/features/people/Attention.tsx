// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { Status } from '../../ui/Status.tsx'

/** What somebody should look into, in words. */
export function Attention({ marks }: { marks: MessageKey[] }) {
  const t = useT()
  if (marks.length === 0) return '—'
  return (
    <Stack component="span" gap={2}>
      {marks.map((mark) => (
        <Status key={mark} tone="warn" label={t(mark)} />
      ))}
    </Stack>
  )
}
