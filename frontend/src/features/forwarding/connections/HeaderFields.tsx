// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { newHeader, type HeaderValues } from './connectionValues.ts'

type Props = {
  headers: HeaderValues[]
  /** Headers whose values stay while no other one is typed. */
  keptNames: readonly string[]
  error: ReactNode
  onChange: (headers: HeaderValues[]) => void
}

/** Headers that are sent with each request; their values are secret. */
export function HeaderFields({ headers, keptNames, error, onChange }: Props) {
  const t = useT()
  const change = (key: string, part: Partial<HeaderValues>) =>
    onChange(headers.map((header) => (header.key === key ? { ...header, ...part } : header)))
  return (
    <Stack component="fieldset" gap="sm" bd={0} p={0} m={0} miw={0}>
      <legend>{t('connection.headers')}</legend>
      {headers.map((header, index) => (
        <Group key={header.key} gap="xs" wrap="nowrap" align="center">
          <TextInput
            flex={1}
            miw={0}
            aria-label={t('connection.header.name', { number: index + 1 })}
            placeholder={t('connection.header.name.placeholder')}
            autoComplete="off"
            value={header.name}
            onChange={({ currentTarget: { value } }) => change(header.key, { name: value })}
          />
          <TextInput
            flex={1}
            miw={0}
            type="password"
            autoComplete="new-password"
            aria-label={t('connection.header.value', { number: index + 1 })}
            placeholder={
              keptNames.includes(header.name)
                ? '*'.repeat(16)
                : t('connection.header.value.placeholder')
            }
            value={header.value}
            onChange={({ currentTarget: { value } }) => change(header.key, { value })}
          />
          <CloseButton
            aria-label={t('connection.header.remove', { number: index + 1 })}
            onClick={() => onChange(headers.filter(({ key }) => key !== header.key))}
          />
        </Group>
      ))}
      {error && (
        <Text size="sm" c="var(--b-danger)">
          {error}
        </Text>
      )}
      <div>
        <Button variant="default" size="xs" onClick={() => onChange([...headers, newHeader()])}>
          {t('connection.header.add')}
        </Button>
      </div>
    </Stack>
  )
}
