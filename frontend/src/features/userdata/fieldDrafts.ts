// SPDX-License-Identifier: Apache-2.0

export type UserField = {
  slug: string
  label: string
  required: boolean
  choices: string[]
  regex: string
  regexMessage: string
}

/** A field while somebody writes it; the key stays when the slug changes. */
export type FieldDraft = Omit<UserField, 'choices'> & { key: string; choices: string }

export function draftOf({ choices, ...field }: UserField): FieldDraft {
  return { key: crypto.randomUUID(), ...field, choices: choices.join('\n') }
}

export function emptyDraft(): FieldDraft {
  return draftOf({
    slug: '',
    label: '',
    required: false,
    choices: [],
    regex: '',
    regexMessage: '',
  })
}

export function fieldOf(draft: FieldDraft): UserField {
  const { required, regex, regexMessage } = draft
  return {
    slug: draft.slug.trim(),
    label: draft.label.trim(),
    required,
    choices: choicesIn(draft.choices),
    regex,
    regexMessage,
  }
}

/** One choice a line, each once. */
export function choicesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** The list with one item at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** A key made from a label: letters, digits and underscores, not beginning with a digit. */
export function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
}
