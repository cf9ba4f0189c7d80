// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import classes from './FieldLines.module.css'
import { newField, type FieldValues } from './tableValues.ts'

type Props = {
  fields: FieldValues[]
  error: ReactNode
  onChange: (fields: FieldValues[]) => void
}

/** The fields of a table, a line for each. */
export function FieldLines({ fields, error, onChange }: Props) {
  const t = useT()
  const change = (key: string, part: Partial<FieldValues>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...part } : field)))
  return (
    <fieldset className={classes['fields']}>
      <legend>{t('lookupTable.fields')}</legend>
      <Text size="xs" c="dimmed" mb="sm">
        {t('lookupTable.fields.help')}
      </Text>
      <Stack gap="sm">
        {fields.map((field, index) => (
          <div key={field.key} className={classes['line']}>
            <TextInput
              label={t('lookupTable.field', { number: index + 1 })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={field.name}
              onChange={(event) => change(field.key, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('lookupTable.properties')}
              placeholder={t('lookupTable.properties.example')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={field.properties}
              onChange={(event) => change(field.key, { properties: event.currentTarget.value })}
            />
            <Group gap="sm" wrap="nowrap" className={classes['end'] ?? ''}>
              <Checkbox
                label={t('lookupTable.indexed')}
                checked={field.indexed}
                onChange={(event) => change(field.key, { indexed: event.currentTarget.checked })}
              />
              <CloseButton
                aria-label={t('pairs.remove', { number: index + 1 })}
                onClick={() => onChange(fields.filter(({ key }) => key !== field.key))}
              />
            </Group>
          </div>
        ))}
        <div>
          <Button variant="default" size="xs" onClick={() => onChange([...fields, newField()])}>
            {t('pairs.add')}
          </Button>
        </div>
        {error && (
          <Text size="xs" c="var(--b-danger)">
            {error}
          </Text>
        )}
      </Stack>
    </fieldset>
  )
}
