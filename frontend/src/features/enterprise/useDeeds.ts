// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import type { CombinedError } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

type Answer = {
  error?: CombinedError | undefined
  userErrors: { message: string; field: string[] | null }[] | undefined
}

/** What came of the last change: its problems are kept until the next one, and success is told. */
export function useDeeds(onChanged: () => void) {
  const t = useT()
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const attempt = async (deed: () => Promise<Answer>) => {
    setBusy(true)
    const { error, userErrors } = await deed()
    setBusy(false)
    const found = problemsOf(t, error, userErrors) ?? []
    setProblems(found)
    if (found.length > 0) return false
    showToast(t('enterprise.done'))
    onChanged()
    return true
  }
  const problem = (field: string) =>
    problems
      .filter((each) => each.field === field)
      .map(({ message }) => message)
      .join(' ') || null
  return { attempt, busy, problems, problem }
}
