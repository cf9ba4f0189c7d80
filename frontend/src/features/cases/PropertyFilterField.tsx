// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { readProperty, writeProperty } from './propertyFilter.ts'
import classes from './PropertyFilterField.module.css'

type Props = { value: string[]; onChange: (value: string[]) => void }

/** Takes `name=value` or `name>5` and Enter; what stands already is shown below and can be taken away. */
export function PropertyFilterField({ value, onChange }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !text.trim()) return
    const read = readProperty(text)
    setWrong(read === null)
    if (!read) return
    onChange([...value, writeProperty(read)])
    setText('')
  }
  return (
    <>
      <TextInput
        label={t('cases.filter.property')}
        placeholder={t('cases.filter.propertyHint')}
        value={text}
        error={wrong && t('cases.filter.propertyHint')}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={onKeyDown}
      />
      {value.length > 0 && (
        <ul className={classes['chips']}>
          {value.map((each) => (
            <li key={each}>
              {each}
              <button
                type="button"
                aria-label={t('filter.clear', { filter: each })}
                onClick={() => onChange(value.filter((other) => other !== each))}
              >
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
