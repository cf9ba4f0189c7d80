// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { objectsOf, textOf, type Json, type JsonObject } from '../document/json.ts'
import { sortTypes } from './formats.ts'

type Props = {
  value: Json | undefined
  properties: readonly string[]
  onChange: (elements: JsonObject[]) => void
}

/** By what a case list is sorted, the first thing first. */
export function SortRows({ value, properties, onChange }: Props) {
  const t = useT()
  const elements = objectsOf(value)
  const change = (index: number, part: JsonObject) =>
    onChange(elements.map((each, place) => (place === index ? { ...each, ...part } : each)))
  return (
    <Stack gap="sm">
      {elements.length === 0 && <Text c="dimmed">{t('sort.none')}</Text>}
      {elements.map((element, index) => {
        const field = textOf(element['field'])
        const type = textOf(element['type']) || 'string'
        const fields = [...new Set([...properties, field])].filter(Boolean)
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} align="flex-end">
            <SelectField
              label={t('cases.property')}
              options={fields.map((each) => ({ value: each, label: each }))}
              value={field}
              onChange={(next) => change(index, { field: next })}
            />
            <SelectField
              label={t('sort.type')}
              options={[
                ...Object.entries(sortTypes).map(([each, label]) => ({
                  value: each,
                  label: t(label),
                })),
                ...(Object.hasOwn(sortTypes, type) ? [] : [{ value: type, label: type }]),
              ]}
              value={type}
              onChange={(next) => change(index, { type: next })}
            />
            <SelectField
              label={t('sort.direction')}
              options={[
                { value: 'ascending', label: t('sort.ascending') },
                { value: 'descending', label: t('sort.descending') },
              ]}
              value={textOf(element['direction']) || 'ascending'}
              onChange={(next) => change(index, { direction: next })}
            />
            <CloseButton
              mb={4}
              aria-label={t('pairs.remove', { number: index + 1 })}
              onClick={() => onChange(elements.filter((_, place) => place !== index))}
            />
          </Group>
        )
      })}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            onChange([
              ...elements,
              { field: properties[0] ?? 'name', type: 'string', direction: 'ascending' },
            ])
          }
        >
          {t('sort.add')}
        </Button>
      </div>
    </Stack>
  )
}
