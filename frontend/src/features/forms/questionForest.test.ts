// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { questionForest, type QuestionNode } from './questionForest.ts'

const group = (name: string, depth: number) =>
  ({ path: `/data/${name}`, name, depth, kind: 'GROUP', value: null }) as const
const question = (name: string, depth: number, value: string | null) =>
  ({ path: `/data/${name}`, name, depth, kind: 'QUESTION', value }) as const

const outline = (nodes: QuestionNode[]): unknown[] =>
  nodes.map(({ question: { name }, children }) =>
    children.length > 0 ? [name, outline(children)] : name,
  )

const questions = [
  group('visit', 0),
  question('weight', 1, '61'),
  group('signs', 1),
  question('fever', 2, ''),
  question('note', 0, 'well'),
]

describe('the question tree', () => {
  it('nests by depth and leaves out what has no answer', () => {
    expect(outline(questionForest(questions, false))).toEqual([['visit', ['weight']], 'note'])
  })

  it('shows everything when asked', () => {
    expect(outline(questionForest(questions, true))).toEqual([
      ['visit', ['weight', ['signs', ['fever']]]],
      'note',
    ])
  })
})
