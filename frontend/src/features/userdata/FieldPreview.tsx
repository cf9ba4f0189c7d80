// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { fieldOf, type FieldDraft } from './fieldDrafts.ts'

/** How the fields look in the form about a worker. */
export function FieldPreview({ drafts }: { drafts: FieldDraft[] }) {
  const t = useT()
  return (
    <Panel title={t('userData.preview')} spaced>
      {drafts.length === 0 && <Text c="dimmed">{t('userData.preview.none')}</Text>}
      {drafts.map((draft) => {
        const { label, required, choices } = fieldOf(draft)
        const shared = { label: label || '…', withAsterisk: required }
        return choices.length > 0 ? (
          <NativeSelect key={draft.key} {...shared} data={['—', ...choices]} />
        ) : (
          <TextInput key={draft.key} {...shared} />
        )
      })}
    </Panel>
  )
}
