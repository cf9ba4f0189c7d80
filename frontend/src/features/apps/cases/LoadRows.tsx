// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Stack } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { objectOf, textOf, type Json, type JsonObject } from '../document/json.ts'
import type { QuestionOption } from './questionOptions.ts'
import classes from './PropertyRows.module.css'
import { QuestionSelect } from './QuestionSelect.tsx'

type Props = {
  properties: readonly string[]
  questions: readonly QuestionOption[]
  /** Property by question (spec 10, 5.1). */
  value: Json | undefined
  onChange: (preload: JsonObject) => void
}

/** Which questions start with what the case says already. */
export function LoadRows({ properties, questions, value, onChange }: Props) {
  const t = useT()
  const [adding, setAdding] = useState('')
  const preload = objectOf(value)
  const options = (current: string) =>
    [...new Set([...properties, current])]
      .filter(Boolean)
      .map((property) => ({ value: property, label: property }))
  const without = (path: string) =>
    Object.fromEntries(Object.entries(preload).filter(([each]) => each !== path))
  return (
    <Stack gap="sm">
      {Object.entries(preload).map(([path, property], index) => (
        <div key={path} className={classes['row']}>
          <SelectField
            label={t('cases.property')}
            options={options(textOf(property))}
            value={textOf(property)}
            onChange={(next) => onChange({ ...preload, [path]: next })}
          />
          <QuestionSelect
            label={t('cases.question')}
            questions={questions}
            value={path}
            onChange={(next) => next && onChange({ ...without(path), [next]: textOf(property) })}
          />
          <CloseButton
            className={classes['remove'] ?? ''}
            aria-label={t('pairs.remove', { number: index + 1 })}
            onClick={() => onChange(without(path))}
          />
        </div>
      ))}
      <div className={classes['row']}>
        <QuestionSelect
          label={t('cases.load.question')}
          questions={questions.filter(({ value: path }) => !Object.hasOwn(preload, path))}
          value={adding}
          onChange={setAdding}
        />
        <Button
          variant="default"
          className={classes['add'] ?? ''}
          disabled={!adding}
          onClick={() => {
            onChange({ ...preload, [adding]: properties[0] ?? 'name' })
            setAdding('')
          }}
        >
          {t('cases.load.add')}
        </Button>
      </div>
    </Stack>
  )
}
