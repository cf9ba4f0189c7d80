// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'

const FindingsQuery = graphql(`
  query ExpressionFindings($project: String!, $expression: String!) {
    project(name: $project) {
      id
      expressionFindings(expression: $expression) {
        start
        length
        message
        severity
      }
    }
  }
`)

const pauseMillis = 500

/**
 * What the server finds wrong with an expression once it was left alone for half a second: what it cannot read, and kinds of
 * values that do not fit. Nothing while it is not known, or `asked` is false.
 */
export function useFindings(expression: string, asked: boolean): string[] {
  const { name: project } = useProject()
  const text = expression.trim()
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMillis)
    return () => clearTimeout(timer)
  }, [text])
  const [{ data }] = useQuery({
    query: FindingsQuery,
    variables: { project, expression: settled },
    pause: !asked || settled === '',
  })
  if (!asked || settled === '' || settled !== text) return []
  return (data?.project?.expressionFindings ?? []).map(({ start, length, message }) => {
    const part = text.slice(start, start + length)
    return part && part !== text ? `${part}: ${message}` : message
  })
}
