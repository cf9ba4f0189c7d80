// SPDX-License-Identifier: Apache-2.0
import { functions } from './functions.ts'
import { referencesIn, type Place } from './references.ts'

export type ExpressionProblem =
  | { code: 'quote' }
  | { code: 'bracket'; sign: string }
  | { code: 'question'; name: string }
  | { code: 'function'; name: string }

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/**
 * What can be seen to be wrong with an expression without asking the server: what is open, and names of questions and
 * functions that there are not. `paths` are those of the form's questions.
 */
export function expressionProblems(
  text: string,
  place: Place,
  paths: ReadonlySet<string>,
): ExpressionProblem[] {
  const problems: ExpressionProblem[] = []
  const plain = text.replaceAll(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length))
  if (/["']/.test(plain)) return [{ code: 'quote' }]
  const open: string[] = []
  for (const sign of plain) {
    if (sign === '(' || sign === '[') open.push(sign)
    else if (pairs[sign] && open.pop() !== pairs[sign]) return [{ code: 'bracket', sign }]
  }
  const [left] = open
  if (left) problems.push({ code: 'bracket', sign: left })
  for (const { kind, path } of referencesIn(text, place)) {
    const inForm = kind === 'hash' || (kind === 'absolute' && path.startsWith(`/${place.root}/`))
    if (inForm && !isKnown(path, place.root, paths)) {
      problems.push({ code: 'question', name: `#form${path.slice(place.root.length + 1)}` })
    }
  }
  for (const [, name = ''] of plain.matchAll(/([A-Za-z][\w:-]*)\s*\(/g)) {
    const isOperator = ['and', 'or', 'div', 'mod'].includes(name)
    if (!isOperator && !Object.hasOwn(functions, name)) problems.push({ code: 'function', name })
  }
  return problems
}

function isKnown(path: string, root: string, paths: ReadonlySet<string>): boolean {
  if (path === `/${root}` || path.startsWith(`/${root}/meta`) || paths.has(path)) return true
  // What saves to a case has nodes of its own below it.
  return /\/(@|case\b|item\b)/.test(path)
}
