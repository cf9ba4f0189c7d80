// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { useLookupTables } from '../../designer/useLookupTables.ts'

type Props = { value: string; onChange: (table: string) => void }

/** One of the project's lookup tables. */
export function TableField({ value, onChange }: Props) {
  const t = useT()
  const tables = useLookupTables()
  const known = value === '' || tables.some(({ tag }) => tag === value)
  return (
    <SelectField
      label={t('advanced.found.table')}
      options={[
        { value: '', label: t('advanced.found.table.choose') },
        ...tables.map(({ tag }) => ({ value: tag, label: tag })),
        ...(known ? [] : [{ value, label: value }]),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
