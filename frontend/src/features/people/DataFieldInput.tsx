// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { DataField } from './workerValues.ts'

type Props = {
  field: DataField
  /** The value that the profile gives; the field then only shows it. */
  fixed?: string | undefined
  value: string
  error?: ReactNode
  onChange: (value: string) => void
}

/** One thing that the project wants to know of a worker. */
export function DataFieldInput({ field, fixed, value, error, onChange }: Props) {
  const t = useT()
  const { label, required, choices } = field
  if (fixed !== undefined) {
    return (
      <TextInput
        label={label}
        description={t('editWorker.fixed')}
        value={fixed}
        readOnly
        variant="filled"
      />
    )
  }
  const shared = { label, error, withAsterisk: required, value }
  if (choices.length === 0) {
    return (
      <TextInput
        {...shared}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const listed = value && !choices.includes(value) ? [...choices, value] : choices
  return (
    <NativeSelect
      {...shared}
      data={[{ value: '', label: '—' }, ...listed.map((each) => ({ value: each, label: each }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
