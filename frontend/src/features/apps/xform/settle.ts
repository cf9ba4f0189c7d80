// SPDX-License-Identifier: Apache-2.0
import { movedPath, rewritten, rewrittenExpression, type Moves } from './expressions.ts'
import type { Extra, Form, Question } from './form.ts'
import { rewrittenText } from './texts.ts'
import { logicFields, mapped, pathsOf, textFields } from './walk.ts'

/** Which nodes have another path after a change, by their old one. */
export function movesBetween(before: Form, after: Form): Moves {
  const next = pathsOf(after)
  const moves = new Map<string, string>()
  for (const [key, path] of pathsOf(before)) {
    const target = next.get(key)
    if (target !== undefined && target !== path) moves.set(path, target)
  }
  return moves
}

/** The changed form with everything that names a moved question naming its new path. */
export function settled(before: Form, after: Form): Form {
  const moves = movesBetween(before, after)
  if (moves.size === 0) return after
  const oldPaths = pathsOf(before)
  const newPaths = pathsOf(after)
  const rewrite = (question: Question): Question => {
    const context = oldPaths.get(question.key) ?? newPaths.get(question.key) ?? ''
    return rewrittenQuestion(question, { root: before.root, context }, moves)
  }
  const extra = ({ target, attributes }: Extra): Extra => ({
    target: movedPath(target, moves),
    attributes: attributes.map((attribute) => ({
      ...attribute,
      value: rewritten(attribute.value, { root: before.root, context: target }, moves),
    })),
  })
  return {
    ...mapped(after, rewrite),
    binds: after.binds.map(extra),
    setvalues: after.setvalues.map(extra),
  }
}

export function rewrittenQuestion(
  question: Question,
  place: { root: string; context: string },
  moves: Moves,
): Question {
  const changes: Partial<Record<string, unknown>> = {}
  for (const field of logicFields) {
    const next = rewrittenExpression(question[field], place, moves)
    if (next.text !== question[field].text || next.expanded !== question[field].expanded) {
      changes[field] = next
    }
  }
  for (const field of textFields) {
    const next = rewrittenText(question[field], place, moves)
    if (next !== question[field]) changes[field] = next
  }
  if (question.itemset) {
    const nodeset = rewrittenExpression(question.itemset.nodeset, place, moves)
    if (nodeset.text !== question.itemset.nodeset.text) {
      changes['itemset'] = { ...question.itemset, nodeset }
    }
  }
  return Object.keys(changes).length === 0 ? question : ({ ...question, ...changes } as Question)
}
