// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import type { VariablesOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { EditCaseType } from './dictionaryQuery.ts'

type Change = Omit<VariablesOf<typeof EditCaseType>['input'], 'project' | 'caseType'>

/** Changes groups and properties of a type; answers what went wrong, or nothing when all is well. */
export function useTypeEdit(caseType: string) {
  const t = useT()
  const { name: project } = useProject()
  const [, edit] = useMutation(EditCaseType)
  return async (change: Change) => {
    const { data, error } = await edit({ input: { project, caseType, ...change } })
    return problemsOf(t, error, data?.editCaseType.userErrors)
  }
}
