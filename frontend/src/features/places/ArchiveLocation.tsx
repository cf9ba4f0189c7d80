// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { SubtreeSizeQuery } from './subtreeSize.ts'

const Archive = graphql(`
  mutation ArchiveLocation($input: ArchiveLocationInput!) {
    archiveLocation(input: $input) {
      location {
        id
        archived
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { locationId: string; name: string; onClose: () => void; onArchived: () => void }

/** Takes a location and all below it out of use, after saying how much that is. */
export function ArchiveLocation({ locationId, name, onClose, onArchived }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, archive] = useMutation(Archive)
  const [{ data: size }] = useQuery({
    query: SubtreeSizeQuery,
    variables: { project, locationId },
    requestPolicy: 'network-only',
  })
  const below = (size?.project?.locations.totalCount ?? 1) - 1
  return (
    <TypedConfirm
      title={t('archiveLocation.title', { name })}
      text={t('archiveLocation.text', { below })}
      name={name}
      confirmLabel={t('location.archive')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await archive({ input: { project, locationId } })
        const problems = problemsOf(t, error, data?.archiveLocation.userErrors)
        if (problems) return problems
        showToast(t('archiveLocation.done', { name }))
        onArchived()
        return undefined
      }}
    />
  )
}
