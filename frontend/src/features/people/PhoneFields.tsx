// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Group, Input, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { newPair, type Pair } from '../../lib/text/pairs.ts'

type Props = { numbers: Pair[]; error?: ReactNode; onChange: (numbers: Pair[]) => void }

/** Phone numbers, the usual one first. */
export function PhoneFields({ numbers, error, onChange }: Props) {
  const t = useT()
  return (
    <Stack component="fieldset" gap="xs" bd={0} p={0} m={0} miw={0}>
      <Input.Label component="legend">{t('editWorker.phones')}</Input.Label>
      <Input.Description mb={4}>{t('editWorker.phones.help')}</Input.Description>
      {numbers.map(({ key, value }, index) => (
        <Group key={key} gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            miw={0}
            type="tel"
            aria-label={t('editWorker.phone', { number: index + 1 })}
            value={value}
            onChange={(event) => {
              const typed = event.currentTarget.value
              onChange(numbers.map((each) => (each.key === key ? { ...each, value: typed } : each)))
            }}
          />
          <CloseButton
            aria-label={t('editWorker.phone.remove', { number: index + 1 })}
            onClick={() => onChange(numbers.filter((each) => each.key !== key))}
          />
        </Group>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      <div>
        <Button variant="default" size="xs" onClick={() => onChange([...numbers, newPair('', '')])}>
          {t('editWorker.phone.add')}
        </Button>
      </div>
    </Stack>
  )
}
