// SPDX-License-Identifier: Apache-2.0
import { rewritten, type Moves } from './expressions.ts'
import type { Extra, Form, Question, Text } from './form.ts'
import { freeId } from './names.ts'
import { childrenOf, inserted, isWithin } from './operations.ts'
import { rewrittenQuestion } from './settle.ts'
import { found, pathInside } from './walk.ts'

/** Puts a copy behind the question; what the copy says about its own parts means the copied ones. */
export function duplicateQuestion(form: Form, key: string): [Form, key: string] {
  const place = found(form, key)
  if (!place) return [form, key]
  const parent = place.parent?.key ?? null
  const id = freeId(childrenOf(form, parent), place.question.id)
  const from = place.path
  const to = `${from.slice(0, from.lastIndexOf('/'))}/${id}`
  const moves: Moves = new Map([[from, to]])

  let nextKey = form.nextKey
  const copied = (question: Question, path: string): Question => {
    const own = `q${nextKey}`
    nextKey += 1
    const said = rewrittenQuestion(question, { root: form.root, context: path }, moves)
    const inside = pathInside(question, path)
    return {
      ...said,
      key: own,
      label: unnamed(said.label),
      hint: unnamed(said.hint),
      help: unnamed(said.help),
      message: unnamed(said.message),
      choices: said.choices.map((choice, index) => ({
        ...choice,
        key: `${own}c${index + 1}`,
        label: unnamed(choice.label),
      })),
      children: question.children.map((child) => copied(child, `${inside}/${child.id}`)),
    }
  }
  const copy = { ...copied(place.question, from), id, namedByLabel: false }
  const twice = (extras: readonly Extra[]) => [
    ...extras,
    ...extras
      .filter(({ target }) => isWithin(target, from))
      .map((extra) => copiedExtra(extra, form.root, from, to)),
  ]
  const grown = inserted(form, copy, { parent, index: place.index + 1 })
  return [
    { ...grown, binds: twice(form.binds), setvalues: twice(form.setvalues), nextKey },
    copy.key,
  ]
}

/** A text of its own, which no longer changes with the one it was copied from. */
const unnamed = (text: Text): Text => ({ ...text, id: null })

function copiedExtra({ target, attributes }: Extra, root: string, from: string, to: string): Extra {
  const moves: Moves = new Map([[from, to]])
  return {
    target: to + target.slice(from.length),
    attributes: attributes.map((attribute) => ({
      ...attribute,
      value: rewritten(attribute.value, { root, context: target }, moves),
    })),
  }
}
