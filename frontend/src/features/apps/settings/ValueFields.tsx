// SPDX-License-Identifier: Apache-2.0
import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { CompletingText } from '../designer/CompletingText.tsx'
import type { Owner } from '../document/appDocument.ts'
import { listOf, objectOf, textOf } from '../document/json.ts'
import { useLanguages, useValue } from '../editing/EditingContext.tsx'
import type { Completion } from '../xform/completions.ts'

export type Place = { owner: Owner; keys: string[]; label: MessageKey; help?: MessageKey }

/** A text of the document in every language of the application. */
export function TextsField({ owner, keys, label, help }: Place) {
  const t = useT()
  const languages = useLanguages()
  const [value, set] = useValue(owner, ...keys)
  const texts = objectOf(value)
  return languages.map((language) => (
    <TextInput
      key={language}
      label={languages.length > 1 ? `${t(label)} (${language})` : t(label)}
      description={help && t(help)}
      lang={language}
      value={textOf(texts[language])}
      onChange={(event) => set({ ...texts, [language]: event.currentTarget.value })}
    />
  ))
}

export function LineField({
  owner,
  keys,
  label,
  help,
  check,
}: Place & { check?: (text: string) => string | null }) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  return (
    <TextInput
      label={t(label)}
      description={help && t(help)}
      autoComplete="off"
      value={textOf(value)}
      error={check?.(textOf(value))}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

export function NoteField({ owner, keys, label, help }: Place) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  return (
    <Textarea
      label={t(label)}
      description={help && t(help)}
      autosize
      minRows={1}
      value={textOf(value)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

export function FlagField({ owner, keys, label, help }: Place) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  return (
    <Checkbox
      label={t(label)}
      description={help && t(help)}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}

/** A line with the names that it can be one of; others can be said, too. */
export function NameField({
  owner,
  keys,
  label,
  help,
  names,
}: Place & { names: readonly string[] }) {
  const t = useT()
  const listId = useId()
  const [value, set] = useValue(owner, ...keys)
  return (
    <>
      <TextInput
        label={t(label)}
        description={help && t(help)}
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={textOf(value)}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} aria-label={name} />
        ))}
      </datalist>
    </>
  )
}

/** Words with blanks between them, kept as a list. */
export function WordsField({ owner, keys, label, help }: Place) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  const said = listOf(value).map(textOf).join(' ')
  // A blank that is typed at the end is not kept.
  const [typed, setTyped] = useState(said)
  return (
    <TextInput
      label={t(label)}
      description={help && t(help)}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={wordsOf(typed).join(' ') === said ? typed : said}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        set(wordsOf(event.currentTarget.value))
      }}
    />
  )
}

const wordsOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** A whole number; `usual` is what holds where none is said. */
export function NumberField({ owner, keys, label, help, usual }: Place & { usual: number }) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  return (
    <NumberInput
      label={t(label)}
      description={help && t(help)}
      min={1}
      allowDecimal={false}
      value={typeof value === 'number' ? value : usual}
      onChange={(next) => set(next === '' ? null : Number(next))}
    />
  )
}

type ChoiceProps = Place & { options: { value: string; label: string }[]; usual: string }

export function ChoiceField({ owner, keys, label, help, options, usual }: ChoiceProps) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  const chosen = textOf(value) || usual
  const known = options.some((option) => option.value === chosen)
  return (
    <SelectField
      label={t(label)}
      {...(help && { description: t(help) })}
      options={known ? options : [...options, { value: chosen, label: chosen }]}
      value={chosen}
      onChange={(next) => set(next === '' ? null : next)}
    />
  )
}

export function ConditionField({
  owner,
  keys,
  label,
  help,
  names,
}: Place & { names: readonly Completion[] }) {
  const t = useT()
  const [value, set] = useValue(owner, ...keys)
  return (
    <CompletingText
      label={t(label)}
      description={help && t(help)}
      names={names}
      value={textOf(value)}
      onChange={(text) => set(text === '' ? null : text)}
    />
  )
}
