// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { ColumnProps } from './ColumnChooser.tsx'
import classes from './ColumnChooser.module.css'

/** The properties of which the table can have columns. */
export function ColumnChoices({ known, chosen, onChoose }: ColumnProps) {
  const t = useT()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const offered = [...new Set([...chosen, ...known])]
    .filter((property) => property.toLowerCase().includes(wanted.toLowerCase()))
    .toSorted((a, b) => a.localeCompare(b))
  const toggle = (property: string) =>
    onChoose(
      chosen.includes(property)
        ? chosen.filter((each) => each !== property)
        : [...chosen, property],
    )
  return (
    <Stack gap="sm" p="md">
      <TextInput
        label={t('columns.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes['list']}>
        {offered.map((property) => (
          <Checkbox
            key={property}
            label={property}
            checked={chosen.includes(property)}
            onChange={() => toggle(property)}
          />
        ))}
      </div>
      {offered.length === 0 && wanted === '' && (
        <Text size="sm" c="dimmed">
          {t('columns.none')}
        </Text>
      )}
      {wanted !== '' && !offered.includes(wanted) && (
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => {
            toggle(wanted)
            setText('')
          }}
        >
          {t('columns.add', { property: wanted })}
        </Button>
      )}
    </Stack>
  )
}
