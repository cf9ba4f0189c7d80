// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  label: string
  description?: string
  error?: ReactNode
  options: { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
  flex?: string
}

/** A choice among few, with the phone's or browser's own list. */
export function SelectField({ options, onChange, ...rest }: Props) {
  return (
    <NativeSelect
      {...rest}
      data={options}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
