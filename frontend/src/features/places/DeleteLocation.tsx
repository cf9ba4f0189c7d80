// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const Delete = graphql(`
  mutation DeleteLocation($input: DeleteLocationInput!) {
    deleteLocation(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { locationId: string; name: string; parentId: string | null; onClose: () => void }

/** Deletes a location that is empty; the server refuses others and says why. */
export function DeleteLocation({ locationId, name, parentId, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, remove] = useMutation(Delete)
  return (
    <TypedConfirm
      title={t('deleteLocation.title', { name })}
      text={t('deleteLocation.text')}
      name={name}
      confirmLabel={t('action.delete')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await remove({ input: { project, locationId } })
        const problems = problemsOf(t, error, data?.deleteLocation.userErrors)
        if (problems) return problems
        showToast(t('deleteLocation.done', { name }))
        void navigate(parentId ? paths.location(project, parentId) : paths.organization(project))
        return undefined
      }}
    />
  )
}
