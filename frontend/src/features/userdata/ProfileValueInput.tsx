// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'

type Props = {
  field: { label: string; choices: string[] }
  value: string
  onChange: (value: string) => void
}

/** The value that a profile fixes for a field; nothing leaves the field to the worker. */
export function ProfileValueInput({ field: { label, choices }, value, onChange }: Props) {
  const t = useT()
  const description = value ? undefined : t('profile.notFixed')
  if (choices.length === 0) {
    return (
      <TextInput
        label={label}
        description={description}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <NativeSelect
      label={label}
      description={description}
      value={value}
      data={[{ value: '', label: '—' }, ...choices.map((each) => ({ value: each, label: each }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
