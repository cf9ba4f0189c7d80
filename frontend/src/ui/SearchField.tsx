// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

type Props = {
  label: string
  placeholder?: string
  /** What is searched for now. */
  value: string
  onSearch: (text: string) => void
}

/** Searches when the reader stops typing for a moment. */
export function SearchField({ label, placeholder, value, onSearch }: Props) {
  /** What is typed but not searched for yet. */
  const [draft, setDraft] = useState<string | null>(null)
  const search = useDebouncedCallback((text: string) => {
    onSearch(text)
    setDraft(null)
  }, 250)
  return (
    <TextInput
      type="search"
      label={label}
      {...(placeholder && { placeholder })}
      value={draft ?? value}
      onChange={({ currentTarget: { value: text } }) => {
        setDraft(text)
        search(text)
      }}
    />
  )
}
