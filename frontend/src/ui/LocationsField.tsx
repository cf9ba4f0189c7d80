// SPDX-License-Identifier: Apache-2.0
import { Button, Input, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { AddButton } from './AddButton.tsx'
import { ChosenList, type Chosen } from './ChosenList.tsx'
import { LocationChoices } from './LocationChoices.tsx'

type Props = {
  description: string
  locations: readonly Chosen[]
  /** The location that stands for all of them. */
  primary: string
  error?: ReactNode
  onChange: (locations: Chosen[]) => void
  onPrimary: (locationId: string) => void
}

/** Where somebody works: any number of locations, one of them primary. */
export function LocationsField(props: Props) {
  const { description, locations, primary, error, onChange, onPrimary } = props
  const t = useT()
  return (
    <Stack component="fieldset" gap="xs" bd={0} p={0} m={0} miw={0} align="stretch">
      <Input.Label component="legend">{t('belonging.locations')}</Input.Label>
      <Input.Description>{description}</Input.Description>
      <ChosenList
        label={t('belonging.locations')}
        items={locations}
        onRemove={(value) => onChange(locations.filter((each) => each.value !== value))}
        beside={({ value, label }) =>
          value === primary ? (
            <Text size="sm" c="dimmed">
              {t('belonging.primary')}
            </Text>
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('belonging.makePrimaryName', { name: label })}
              onClick={() => onPrimary(value)}
            >
              {t('belonging.makePrimary')}
            </Button>
          )
        }
      />
      {error && <Input.Error>{error}</Input.Error>}
      <AddButton label={t('belonging.locations.add')} side="start">
        {(close) => (
          <LocationChoices
            label={t('belonging.locations.add')}
            except={locations.map(({ value }) => value)}
            onChoose={(value, label, note) => {
              close()
              onChange([...locations, { value, label, note }])
            }}
          />
        )}
      </AddButton>
    </Stack>
  )
}
