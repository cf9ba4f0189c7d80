// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { ExpressionProblem } from '../xform/expressionProblems.ts'

/** What is wrong with an expression, in a sentence. */
export function useProblemWords(): (problem: ExpressionProblem) => string {
  const t = useT()
  return (problem) => {
    switch (problem.code) {
      case 'quote':
        return t('expression.quote')
      case 'bracket':
        return t('expression.bracket', { sign: problem.sign })
      case 'question':
        return t('expression.question', { name: problem.name })
      case 'function':
        return t('expression.function', { name: problem.name })
    }
  }
}
