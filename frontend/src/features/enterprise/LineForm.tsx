// SPDX-License-Identifier: Apache-2.0
import { Button, Group, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'

type Props = {
  label: string
  help?: string
  submitLabel: string
  busy: boolean
  error: string | null
  /** Answers whether it was done; the field is empty then. */
  onAdd: (value: string) => Promise<boolean>
}

/** One field, and the button that adds what it holds. */
export function LineForm({ label, help, submitLabel, busy, error, onAdd }: Props) {
  const [value, setValue] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await onAdd(value.trim())) setValue('')
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Group align="flex-end">
        <TextInput
          flex="1 1 240px"
          label={label}
          description={help}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          error={error}
        />
        <Button type="submit" variant="default" loading={busy}>
          {submitLabel}
        </Button>
      </Group>
    </form>
  )
}
