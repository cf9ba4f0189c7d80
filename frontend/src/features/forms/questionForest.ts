// SPDX-License-Identifier: Apache-2.0

type Question = {
  path: string
  name: string
  depth: number
  kind: 'QUESTION' | 'GROUP'
  value: string | null
}

export type QuestionNode = { question: Question; children: QuestionNode[] }

/** The flat list of the API as trees; without empty questions, and groups of none, unless asked. */
export function questionForest(
  questions: readonly Question[],
  unanswered: boolean,
): QuestionNode[] {
  const roots: QuestionNode[] = []
  const open: QuestionNode[] = []
  for (const question of questions) {
    const node = { question, children: [] }
    open.length = Math.min(open.length, question.depth)
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(node)
    if (question.kind === 'GROUP') open[question.depth] = node
  }
  return unanswered ? roots : roots.flatMap(withAnswers)
}

function withAnswers(node: QuestionNode): QuestionNode[] {
  if (node.question.kind === 'QUESTION') return node.question.value ? [node] : []
  const children = node.children.flatMap(withAnswers)
  return children.length > 0 ? [{ ...node, children }] : []
}
