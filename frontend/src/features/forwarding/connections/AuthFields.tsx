// SPDX-License-Identifier: Apache-2.0
import { Checkbox, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import {
  authTypes,
  needsOf,
  presetOf,
  presets,
  tokenUrlOf,
  type AuthType,
  type PresetName,
} from './authTypes.ts'
import type { ConnectionNow } from './connectionQuery.ts'
import type { ConnectionValues } from './connectionValues.ts'
import { SecretField } from './SecretField.tsx'

type Props = {
  form: UseFormReturnType<ConnectionValues>
  /** The secrets of this one stay when none are typed. */
  saved: ConnectionNow | null
}

/** How requests prove who sends them: only what the auth type needs. */
export function AuthFields({ form, saved }: Props) {
  const t = useT()
  const { type, url, tokenUrl } = form.values
  const needs = needsOf[type]
  const choose = (name: PresetName) =>
    form.setValues({
      tokenUrl: tokenUrlOf(url.trim(), name),
      refreshUrl: tokenUrlOf(url.trim(), name),
      credentialsInHeader: presets[name].credentialsInHeader,
    })
  return (
    <>
      <SelectField
        label={t('connection.authType')}
        options={Object.entries(authTypes).map(([value, key]) => ({ value, label: t(key) }))}
        value={type}
        onChange={(value) => form.setFieldValue('type', value as AuthType)}
      />
      {needs.token && (
        <SelectField
          label={t('connection.preset')}
          description={t('connection.preset.help')}
          options={[
            { value: 'custom', label: t('connection.preset.custom') },
            ...Object.entries(presets).map(([value, { label }]) => ({ value, label })),
          ]}
          value={presetOf(url.trim(), tokenUrl)}
          onChange={(value) => value !== 'custom' && choose(value as PresetName)}
        />
      )}
      {needs.username && (
        <TextInput
          label={t('connection.username')}
          autoComplete="off"
          {...form.getInputProps('username')}
        />
      )}
      {needs.password && (
        <SecretField
          label={t(type === 'API_KEY' ? 'connection.apiKey' : 'connection.password')}
          kept={saved?.auth.hasPassword ?? false}
          {...form.getInputProps('password')}
        />
      )}
      {needs.client && (
        <>
          <TextInput
            label={t('connection.clientId')}
            autoComplete="off"
            {...form.getInputProps('clientId')}
          />
          <SecretField
            label={t('connection.clientSecret')}
            kept={saved?.auth.hasClientSecret ?? false}
            {...form.getInputProps('clientSecret')}
          />
        </>
      )}
      {needs.token && (
        <>
          <TextInput
            label={t('connection.tokenUrl')}
            type="url"
            autoComplete="off"
            {...form.getInputProps('tokenUrl')}
          />
          <TextInput
            label={t('connection.refreshUrl')}
            type="url"
            autoComplete="off"
            {...form.getInputProps('refreshUrl')}
          />
          <Checkbox
            label={t('connection.credentialsInHeader')}
            {...form.getInputProps('credentialsInHeader', { type: 'checkbox' })}
          />
        </>
      )}
    </>
  )
}
