// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Stack, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { isProperty } from './caseNames.ts'
import type { QuestionOption } from './questionOptions.ts'
import { QuestionSelect } from './QuestionSelect.tsx'
import type { Words } from './useDictionary.ts'
import classes from './PropertyRows.module.css'

type Pairs = [property: string, path: string][]
type Props = {
  /** Those that other forms save, to choose from. */
  properties: readonly string[]
  /** What the data dictionary says of them. */
  words?: ReadonlyMap<string, Words>
  questions: readonly QuestionOption[]
  pairs: Pairs
  onChange: (pairs: Pairs) => void
}

/** Which question is saved to which property. */
export function PropertyRows({ properties, words, questions, pairs, onChange }: Props) {
  const t = useT()
  const listId = useId()
  const [adding, setAdding] = useState('')
  const taken = pairs.map(([property]) => property)
  const add = (path: string) => {
    const id = questions.find(({ value }) => value === path)?.id ?? ''
    let property = isProperty(id) ? id : `${id || 'answer'}_answer`
    while (taken.includes(property)) property = `${property}_2`
    onChange([...pairs, [property, path]])
    setAdding('')
  }
  return (
    <Stack gap="sm">
      <datalist id={listId}>
        {properties.map((property) => (
          <option key={property} value={property}>
            {words?.get(property)?.label || property}
          </option>
        ))}
      </datalist>
      {pairs.map(([property, path], index) => (
        <div key={property} className={classes['row']}>
          <QuestionSelect
            label={t('cases.question')}
            questions={questions}
            value={path}
            onChange={(next) =>
              onChange(pairs.map((pair) => (pair[0] === property ? [property, next] : pair)))
            }
          />
          <PropertyField
            listId={listId}
            property={property}
            deprecated={words?.get(property)?.deprecated ?? false}
            others={taken.filter((each) => each !== property)}
            onChange={(next) =>
              onChange(pairs.map((pair) => (pair[0] === property ? [next, path] : pair)))
            }
          />
          <CloseButton
            className={classes['remove'] ?? ''}
            aria-label={t('pairs.remove', { number: index + 1 })}
            onClick={() => onChange(pairs.filter(([each]) => each !== property))}
          />
        </div>
      ))}
      <div className={classes['row']}>
        <QuestionSelect
          label={t('cases.save.question')}
          questions={questions}
          value={adding}
          onChange={setAdding}
        />
        <Button
          variant="default"
          className={classes['add'] ?? ''}
          disabled={!adding}
          onClick={() => add(adding)}
        >
          {t('cases.save.add')}
        </Button>
      </div>
    </Stack>
  )
}

type FieldProps = {
  listId: string
  property: string
  deprecated: boolean
  others: string[]
  onChange: (property: string) => void
}

/** Taken over when the field is left, if it is a name. */
function PropertyField({ listId, property, deprecated, others, onChange }: FieldProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const problem =
    typed === null
      ? null
      : others.includes(typed)
        ? t('cases.property.twice')
        : isProperty(typed) || typed === 'name' || typed === 'owner_id'
          ? null
          : t('cases.property.invalid')
  return (
    <TextInput
      label={t('cases.property')}
      list={listId}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={typed ?? property}
      error={problem}
      description={
        deprecated && typed === null ? t('cases.property.deprecated', { property }) : undefined
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (problem !== null) return
        if (typed !== null && typed !== property) onChange(typed)
        setTyped(null)
      }}
    />
  )
}
