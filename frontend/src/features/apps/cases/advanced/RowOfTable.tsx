// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { CompletingText } from '../../designer/CompletingText.tsx'
import { rowsOf, tableOf, useLookupTables } from '../../designer/useLookupTables.ts'
import { textOf, type JsonObject } from '../../document/json.ts'
import { useProperties, useSessionNames } from '../useNames.ts'
import { TableField } from './TableField.tsx'

type Props = {
  caseType: string
  value: JsonObject
  onChange: (value: JsonObject, mark: string | null) => void
}

/** A row of a lookup table that is chosen first, and says which case it is (spec 10, 6). */
export function RowOfTable({ caseType, value, onChange }: Props) {
  const t = useT()
  const names = useSessionNames()
  const { properties } = useProperties(caseType)
  const tables = useLookupTables()
  const rows = textOf(value['fixture_nodeset'])
  const table = tableOf(rows)
  const columns = tables.find(({ tag }) => tag === table)?.fields ?? []
  const set = (part: JsonObject, mark: string | null = null) =>
    onChange({ ...value, ...part }, mark)
  return (
    <>
      <TableField
        value={table}
        onChange={(tag) => set({ fixture_nodeset: tag && rowsOf(tag), fixture_variable: '' })}
      />
      {rows && (
        <>
          <CompletingText
            label={t('advanced.row.rows')}
            description={t('advanced.row.rows.help')}
            names={[
              ...columns.map((text) => ({ text, note: table, kind: 'property' as const })),
              ...names,
            ]}
            value={rows}
            onChange={(nodeset) => set({ fixture_nodeset: nodeset }, 'rows')}
          />
          <SelectField
            label={t('advanced.row.column')}
            options={namedOnes(
              columns,
              textOf(value['fixture_variable']),
              t('advanced.row.choose'),
            )}
            value={textOf(value['fixture_variable'])}
            onChange={(column) => set({ fixture_variable: column })}
          />
          <SelectField
            label={t('advanced.row.property')}
            options={namedOnes(
              ['case_name', ...properties],
              textOf(value['case_property']),
              t('advanced.row.id'),
            )}
            value={textOf(value['case_property'])}
            onChange={(property) => set({ case_property: property })}
          />
          <Checkbox
            label={t('advanced.row.only')}
            checked={value['auto_select_fixture'] === true}
            onChange={(event) => set({ auto_select_fixture: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('advanced.row.onlyCase')}
            checked={value['auto_select'] === true}
            onChange={(event) => set({ auto_select: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  )
}

/** The names to choose from, with the one that is said and what stands for none. */
const namedOnes = (names: readonly string[], said: string, none: string) => [
  { value: '', label: none },
  ...[...new Set([...names, said])].filter(Boolean).map((name) => ({ value: name, label: name })),
]
