// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useClient, useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { mutationFailure, problemsOf } from '../../ui/form/problemsOf.ts'
import type { Selected } from '../../ui/selection/selected.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { everyPage } from './everyPage.ts'

export const DeleteGroupMutation = graphql(`
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const GroupIdsQuery = graphql(`
  query GroupIds($project: String!, $after: String, $search: String) {
    project(name: $project) {
      id
      groups(first: 100, after: $after, search: $search) {
        nodes {
          id
          groupId
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

type Props = {
  selected: Selected
  count: number
  search: string | null
  onClose: () => void
  onDone: () => void
}

/** Deletes the chosen groups, after their number was typed. */
export function DeleteGroups({ selected, count, search, onClose, onDone }: Props) {
  const t = useT()
  const client = useClient()
  const { name: project } = useProject()
  const [, deleteGroup] = useMutation(DeleteGroupMutation)
  const chosen = () =>
    everyPage(async (after) => {
      const { data, error } = await client.query(
        GroupIdsQuery,
        { project, after, search },
        { requestPolicy: 'network-only' },
      )
      if (error) throw error
      const page = data?.project?.groups
      const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      return { ids: page?.nodes.map(({ groupId }) => groupId) ?? [], next: next ?? null }
    })
  const deleteAll = async () => {
    const ids = selected.everything ? await chosen() : [...selected.ids]
    for (const groupId of ids) {
      // One after the other, so that the first refusal ends it.
      // oxlint-disable-next-line no-await-in-loop
      const { data, error } = await deleteGroup({ input: { project, groupId } })
      const problems = problemsOf(t, error, data?.deleteGroup.userErrors)
      if (problems) return problems
    }
    showToast(t('deleteGroups.done', { count: ids.length }))
    onDone()
    return undefined
  }
  return (
    <TypedConfirm
      title={t('deleteGroups.title', { count })}
      text={<Text>{t('deleteGroup.text')}</Text>}
      name={String(count)}
      confirmLabel={t('deleteGroups.action')}
      onClose={onClose}
      onConfirm={() =>
        deleteAll().catch((error: unknown) => [
          { field: null, message: mutationFailure(t, error as never) },
        ])
      }
    />
  )
}
