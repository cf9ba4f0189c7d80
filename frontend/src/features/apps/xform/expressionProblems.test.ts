// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { expressionProblems, type ExpressionProblem } from './expressionProblems.ts'

const paths = new Set(['/data/age', '/data/child', '/data/child/name'])
const place = { root: 'data', context: '/data/age' }

it.each<[string, ExpressionProblem[]]>([
  ['', []],
  ["#form/age > 3 and (#form/child/name = 'a (b' or true())", []],
  ["instance('casedb')/casedb/case[@case_type = 'x']/name", []],
  ['. >= 0', []],
  ["'open", [{ code: 'quote' }]],
  ['(1 + 2', [{ code: 'bracket', sign: '(' }]],
  ['1 + 2]', [{ code: 'bracket', sign: ']' }]],
  ['#form/agee', [{ code: 'question', name: '#form/agee' }]],
  ['/data/who = 1', [{ code: 'question', name: '#form/who' }]],
  ['todday()', [{ code: 'function', name: 'todday' }]],
  ['1 div (2)', []],
  ['count(#form/child/@ids) + position(..)', []],
])('what is wrong with %s', (text, problems) => {
  expect(expressionProblems(text, place, paths)).toEqual(problems)
})
