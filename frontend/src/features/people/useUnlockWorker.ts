// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

const UnlockWorker = graphql(`
  mutation UnlockMobileWorker($input: MemberInput!) {
    unlockMobileWorker(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** Ends the lock that wrong passwords brought about. */
export function useUnlockWorker(userId: string) {
  const t = useT()
  const { name: project } = useProject()
  const [, unlock] = useMutation(UnlockWorker)
  return async () => {
    const { data, error } = await unlock({ input: { project, userId } })
    const problems = problemsOf(t, error, data?.unlockMobileWorker.userErrors)
    showToast(problems?.map(({ message }) => message).join(' ') ?? t('webUsers.unlocked'))
  }
}
