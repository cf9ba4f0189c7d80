// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { CompletingText } from '../../designer/CompletingText.tsx'
import { isObject, objectOf, textOf, type JsonObject } from '../../document/json.ts'
import { useSessionNames } from '../useNames.ts'
import { foundBy } from './actions.ts'
import { RowOfTable } from './RowOfTable.tsx'
import { TableField } from './TableField.tsx'

type Props = {
  load: JsonObject
  earlierTags: readonly string[]
  onChange: (part: JsonObject, mark: string | null) => void
}

/** Whether a case is chosen from a list, or where its id stands (spec 10, 6). */
export function HowFound({ load, earlierTags, onChange }: Props) {
  const t = useT()
  const names = useSessionNames()
  const auto = objectOf(load['auto_select'])
  const row = load['load_case_from_fixture']
  const mode = textOf(auto['mode']) || (isObject(row) ? 'row' : '')
  const source = textOf(auto['value_source'])
  const key = textOf(auto['value_key'])
  const set = (part: JsonObject, mark: string | null = null) =>
    onChange({ auto_select: { ...auto, ...part } }, mark)
  const line = (label: string, of: 'value_source' | 'value_key') => (
    <TextInput
      label={label}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={of === 'value_key' ? key : source}
      onChange={(event) => set({ [of]: event.currentTarget.value }, of)}
    />
  )
  return (
    <>
      <SelectField
        label={t('advanced.found')}
        options={[
          { value: '', label: t('advanced.found.list') },
          { value: 'case', label: t('advanced.found.case') },
          { value: 'user', label: t('advanced.found.user') },
          { value: 'usercase', label: t('advanced.found.usercase') },
          { value: 'location', label: t('advanced.found.location') },
          { value: 'fixture', label: t('advanced.found.fixture') },
          { value: 'row', label: t('advanced.found.row') },
          { value: 'raw', label: t('advanced.found.raw') },
        ]}
        value={mode}
        onChange={(next) => onChange(foundBy(next), null)}
      />
      {mode === 'case' && (
        <>
          <SelectField
            label={t('advanced.found.from')}
            options={[
              { value: '', label: t('advanced.found.choose') },
              ...earlierTags.map((tag) => ({ value: tag, label: tag })),
            ]}
            value={source}
            onChange={(tag) => set({ value_source: tag })}
          />
          {line(t('advanced.link'), 'value_key')}
        </>
      )}
      {mode === 'user' && line(t('advanced.found.field'), 'value_key')}
      {mode === 'fixture' && (
        <>
          <TableField value={source} onChange={(table) => set({ value_source: table })} />
          {line(t('advanced.found.column'), 'value_key')}
        </>
      )}
      {mode === 'row' && isObject(row) && (
        <RowOfTable
          caseType={textOf(load['case_type'])}
          value={row}
          onChange={(next, mark) => onChange({ load_case_from_fixture: next }, mark)}
        />
      )}
      {mode === 'raw' && (
        <CompletingText
          label={t('advanced.found.expression')}
          names={names}
          value={key}
          onChange={(text) => set({ value_key: text }, 'value_key')}
        />
      )}
    </>
  )
}
