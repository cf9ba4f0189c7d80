// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { PairFields } from '../../ui/PairFields.tsx'
import type { LocationValues } from './locationValues.ts'

/** What everybody can write of a location, be it new or not. */
export function LocationFields({ form }: { form: UseFormReturnType<LocationValues> }) {
  const t = useT()
  return (
    <>
      <TextInput label={t('location.name')} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput
        label={t('location.siteCode')}
        description={t('location.siteCode.help')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('siteCode')}
      />
      <TextInput
        label={t('fact.externalId')}
        description={t('location.externalId.help')}
        autoComplete="off"
        {...form.getInputProps('externalId')}
      />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          miw={120}
          label={t('location.latitude')}
          placeholder="-0.1738"
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('latitude')}
        />
        <TextInput
          miw={120}
          label={t('location.longitude')}
          placeholder="34.9214"
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('longitude')}
        />
      </Group>
      <PairFields
        legend={t('location.data')}
        pairs={form.values.metadata}
        onChange={(metadata) => form.setFieldValue('metadata', metadata)}
      />
    </>
  )
}

export function missingName(message: string) {
  return (name: string) => (name.trim() ? null : message)
}
