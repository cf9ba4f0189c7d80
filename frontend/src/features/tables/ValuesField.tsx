// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Stack, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { newValue, type FieldDraft, type ValueDraft } from './rowValues.ts'
import classes from './ValuesField.module.css'

type Props = {
  field: FieldDraft
  /** What each value may say about itself, for example its language. */
  properties: readonly string[]
  onChange: (values: ValueDraft[]) => void
}

/** A field of a row: one value, or several that differ in their properties. */
export function ValuesField({ field: { name, values }, properties, onChange }: Props) {
  const t = useT()
  const change = (key: string, part: Partial<ValueDraft>) =>
    onChange(values.map((value) => (value.key === key ? { ...value, ...part } : value)))
  const [first] = values
  if (first && values.length === 1 && properties.length === 0) {
    return (
      <TextInput
        label={name}
        autoComplete="off"
        value={first.value}
        onChange={(event) => change(first.key, { value: event.currentTarget.value })}
      />
    )
  }
  return (
    <fieldset className={classes['field']}>
      <legend>{name}</legend>
      <Stack gap="sm">
        {values.map((value, index) => (
          <div key={value.key} className={classes['value']}>
            <TextInput
              className={classes['text'] ?? ''}
              label={t('lookupRow.value', { number: index + 1 })}
              autoComplete="off"
              value={value.value}
              onChange={(event) => change(value.key, { value: event.currentTarget.value })}
            />
            {properties.map((property) => (
              <TextInput
                key={property}
                className={classes['property'] ?? ''}
                label={property}
                autoComplete="off"
                value={value.properties[property] ?? ''}
                onChange={({ currentTarget }) =>
                  change(value.key, {
                    properties: { ...value.properties, [property]: currentTarget.value },
                  })
                }
              />
            ))}
            {values.length > 1 && (
              <CloseButton
                my={4}
                aria-label={t('lookupRow.removeValue', { number: index + 1, field: name })}
                onClick={() => onChange(values.filter(({ key }) => key !== value.key))}
              />
            )}
          </div>
        ))}
        <div>
          <Button variant="default" size="xs" onClick={() => onChange([...values, newValue()])}>
            {t('lookupRow.addValue')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}
