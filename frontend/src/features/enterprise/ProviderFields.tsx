// SPDX-License-Identifier: Apache-2.0
import { PasswordInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ProviderValues } from './providerValues.ts'

type Props = {
  values: ProviderValues
  isNew: boolean
  problem: (field: string) => string | null
  onChange: (values: ProviderValues) => void
}

/** What is said of an identity provider. */
export function ProviderFields({ values, isNew, problem, onChange }: Props) {
  const t = useT()
  const field = (name: keyof ProviderValues) => ({
    value: values[name],
    error: problem(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...values, [name]: event.currentTarget.value }),
  })
  return (
    <Stack>
      <TextInput
        label={t('enterprise.name')}
        description={t('enterprise.providerName.help')}
        {...field('name')}
      />
      {isNew && (
        <TextInput
          label={t('enterprise.slug')}
          description={t('enterprise.slug.help')}
          {...field('slug')}
        />
      )}
      <TextInput
        type="url"
        label={t('enterprise.issuer')}
        description={t('enterprise.issuer.help')}
        {...field('issuer')}
      />
      <TextInput label={t('oauth.clientId')} {...field('clientId')} />
      <PasswordInput
        label={t('enterprise.secret')}
        {...(!isNew && { description: t('enterprise.secret.kept') })}
        autoComplete="off"
        {...field('secret')}
      />
      <SelectField
        label={t('enterprise.enforcement')}
        description={t('enterprise.enforcement.help')}
        options={[
          { value: 'TEST', label: t('enterprise.testersOnly') },
          { value: 'GLOBAL', label: t('enterprise.everybody') },
        ]}
        value={values.enforcement}
        onChange={(enforcement) => onChange({ ...values, enforcement })}
      />
      <Textarea
        label={t('enterprise.testers')}
        description={t('enterprise.testers.help')}
        autosize
        minRows={2}
        {...field('testers')}
      />
      <Textarea
        label={t('enterprise.exempt')}
        description={t('enterprise.exempt.help')}
        autosize
        minRows={2}
        {...field('exempt')}
      />
    </Stack>
  )
}
