// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import classes from './ColumnChooser.module.css'

type Props = {
  /** Properties that the cases of the page have. */
  known: string[]
  chosen: string[]
  onChoose: (properties: string[]) => void
}

/** Adds properties to the table as columns. */
export function ColumnChooser({ known, chosen, onChoose }: Props) {
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
    <Disclosure
      label={t('columns.title')}
      side="end"
      className={classes['target']}
      button={
        <>
          <IconColumns size={16} aria-hidden />
          {t('columns.title')}
        </>
      }
    >
      {() => (
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
      )}
    </Disclosure>
  )
}
