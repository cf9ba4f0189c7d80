// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { OwnersField } from './OwnersField.tsx'
import type { RowValues } from './rowValues.ts'
import type { Table } from './tableValues.ts'
import { ValuesField } from './ValuesField.tsx'

type Props = { form: UseFormReturnType<RowValues>; table: Table }

/** Everything that a row says, and, unless its table is for all, whom it is for. */
export function RowFields({ form, table }: Props) {
  const t = useT()
  const { fields, itemAttributes, owners } = form.values
  return (
    <>
      {fields.map((field) => (
        <ValuesField
          key={field.name}
          field={field}
          properties={table.fields.find(({ name }) => name === field.name)?.properties ?? []}
          onChange={(values) =>
            form.setFieldValue(
              'fields',
              fields.map((each) => (each.name === field.name ? { ...each, values } : each)),
            )
          }
        />
      ))}
      {table.itemAttributes.map((attribute) => (
        <TextInput
          key={attribute}
          label={t('lookupRow.attribute', { attribute })}
          autoComplete="off"
          value={itemAttributes[attribute] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            form.setFieldValue('itemAttributes', { ...itemAttributes, [attribute]: value })
          }
        />
      ))}
      {!table.isGlobal && (
        <OwnersField owners={owners} onChange={(next) => form.setFieldValue('owners', next)} />
      )}
    </>
  )
}
