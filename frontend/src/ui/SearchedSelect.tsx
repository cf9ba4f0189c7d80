// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { SelectField } from './SelectField.tsx'

type Option = { value: string; label: string }

type Props = {
  label: string
  description?: string
  error?: ReactNode
  /** Those that the search found. */
  options: Option[]
  /** Whether there are more than these. */
  more: boolean
  text: string
  onText: (text: string) => void
  value: string
  onChange: (value: string) => void
}

/** A choice among few; where there are more than a list holds, a search says which are in it. */
export function SearchedSelect({ options, more, text, onText, value, onChange, ...rest }: Props) {
  const t = useT()
  const [searched, setSearched] = useState(more)
  const [chosen, setChosen] = useState<Option | null>(null)
  if (more && !searched) setSearched(true)
  const kept = chosen?.value === value && !options.some((each) => each.value === value)
  return (
    <>
      {searched && (
        <TextInput
          type="search"
          label={t('searchedSelect.search', { label: rest.label })}
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
      <SelectField
        {...rest}
        options={kept && chosen ? [...options, chosen] : options}
        value={value}
        onChange={(next) => {
          setChosen(options.find((each) => each.value === next) ?? null)
          onChange(next)
        }}
      />
    </>
  )
}
