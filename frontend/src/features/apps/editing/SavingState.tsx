// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import type { Saving } from './editingState.ts'
import { useEditingState } from './EditingContext.tsx'

const words = {
  saved: 'builder.saved',
  waiting: 'builder.waiting',
  saving: 'builder.saving',
  failed: 'builder.failed',
  conflict: 'builder.conflict',
} satisfies Record<Saving, MessageKey>

/** Whether the work is safe. */
export function SavingState() {
  const t = useT()
  const saving = useEditingState((state) => state.saving)
  const message = useEditingState((state) => state.message)
  const version = useEditingState((state) => state.version)
  return (
    <Text role="status" size="sm" c={saving === 'failed' ? 'var(--b-danger)' : 'dimmed'}>
      {t('builder.version', { version })} · {t(words[saving])}
      {message && ` ${message}`}
    </Text>
  )
}
