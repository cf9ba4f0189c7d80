// SPDX-License-Identifier: Apache-2.0
import { found } from './walk.ts'
import type { Form, Question } from './form.ts'

const reserved = new Set(['meta', 'case', 'item'])

export type IdProblem = 'empty' | 'signs' | 'taken' | 'reserved'

/** Why a question cannot have the id; null where it can. */
export function idProblem(form: Form, key: string, id: string): IdProblem | null {
  if (!id) return 'empty'
  if (!/^[A-Za-z_][\w.-]*$/.test(id)) return 'signs'
  if (reserved.has(id.toLowerCase())) return 'reserved'
  const siblings = found(form, key)?.parent?.children ?? form.questions
  return siblings.some((each) => each.key !== key && each.id === id) ? 'taken' : null
}

/** The id, or the id with the first number behind it that no sibling has. */
export function freeId(siblings: readonly Question[], wished: string, except?: string): string {
  const taken = new Set(siblings.filter(({ key }) => key !== except).map(({ id }) => id))
  const isFree = (id: string) => !taken.has(id) && !reserved.has(id)
  if (isFree(wished)) return wished
  const stem = wished.replace(/\d+$/, '') || wished
  for (let number = 2; ; number += 1) {
    if (isFree(`${stem}${number}`)) return `${stem}${number}`
  }
}

/** A label as an id: `Date of birth` is `date_of_birth`. */
export function idFromLabel(label: string): string {
  const plain = label
    .replaceAll(/<output[^>]*>/g, ' ')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
  return plain.slice(0, 40).replace(/_+$/, '')
}
