// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'

const ChangeMembers = graphql(`
  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {
    changeGroupMembers(input: $input) {
      group {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Change = { add?: readonly string[]; remove?: readonly string[] }

/** Puts workers into a group and takes others out; answers what went wrong. */
export function useChangeMembers(groupId: string) {
  const t = useT()
  const { name: project } = useProject()
  const [, change] = useMutation(ChangeMembers)
  return async ({ add = [], remove = [] }: Change): Promise<Problem[] | undefined> => {
    const input = { project, groupId, add: [...add], remove: [...remove] }
    const { data, error } = await change({ input }, { additionalTypenames: ['MobileWorker'] })
    return problemsOf(t, error, data?.changeGroupMembers.userErrors)
  }
}
