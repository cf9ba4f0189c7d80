// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import { touches } from './updateCase.ts'

const RebuildCase = graphql(`
  mutation RebuildCase($input: RebuildCaseInput!) {
    rebuildCase(input: $input) {
      case {
        id
        name
        closed
        properties
      }
      changed
      userErrors {
        message
        field
      }
    }
  }
`)

/** Does again what all forms did to a case, and tells whether that changed it. */
export function useRebuild(caseId: string): () => Promise<void> {
  const t = useT()
  const { name: project } = useProject()
  const [, rebuildCase] = useMutation(RebuildCase)
  return async () => {
    const { data, error } = await rebuildCase({ input: { project, caseId } }, touches)
    const [problem] = problemsOf(t, error, data?.rebuildCase.userErrors) ?? []
    const done = data?.rebuildCase.changed ? t('rebuildCase.changed') : t('rebuildCase.same')
    showToast(problem?.message ?? done)
  }
}
