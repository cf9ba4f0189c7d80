// SPDX-License-Identifier: Apache-2.0

/** A text of a form as the server tells it. */
export type FormText = { path: string; value: string; caseId: string | null }

/** Texts by their paths; only those that are not as they were. */
export type Corrections = Record<string, string>

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/**
 * The corrections once a text says `value`. What the form saved to a case under the name of a question, and that said the same,
 * says what the question says, until it is changed by itself.
 */
export function corrected(
  texts: FormText[],
  corrections: Corrections,
  changed: FormText,
  value: string,
): Corrections {
  const now = (text: FormText) => corrections[text.path] ?? text.value
  const follows = (text: FormText) =>
    changed.caseId === null &&
    text.caseId !== null &&
    nameOf(text.path) === nameOf(changed.path) &&
    text.value === changed.value &&
    now(text) === now(changed)
  const after = { ...corrections }
  for (const text of texts) {
    if (text.path !== changed.path && !follows(text)) continue
    if (text.value === value) delete after[text.path]
    else after[text.path] = value
  }
  return after
}

/** As people read it: where it stands in the form, or the name of what is saved to the case. */
export function labelOf({ path, caseId }: FormText): string {
  return caseId === null ? path.split('/').slice(2).join(' / ') : nameOf(path)
}
