// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import type { ChangeEvent, ReactNode } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'

type Props = {
  label: string
  /** Whether the server has one that stays while nothing is typed. */
  kept: boolean
  value?: string
  error?: ReactNode
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
}

const asterisks = '*'.repeat(16)

/** Something secret: it is taken in and never shown again. */
export function SecretField({ label, kept, ...input }: Props) {
  const t = useT()
  return (
    <TextInput
      label={label}
      type="password"
      autoComplete="new-password"
      {...(kept && { description: t('connection.secret.kept'), placeholder: asterisks })}
      {...input}
    />
  )
}
