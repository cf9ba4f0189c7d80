// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const Delete = graphql(`
  mutation DeleteLocationType($input: DeleteLocationTypeInput!) {
    deleteLocationType(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { code: string; name: string; onClose: () => void; onDeleted: () => void }

/** Deletes a level that nothing stands on; the server refuses others and says why. */
export function DeleteLevel({ code, name, onClose, onDeleted }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, remove] = useMutation(Delete)
  return (
    <TypedConfirm
      title={t('deleteLevel.title', { name })}
      text={t('deleteLevel.text')}
      name={name}
      confirmLabel={t('action.delete')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await remove({ input: { project, code } })
        const problems = problemsOf(t, error, data?.deleteLocationType.userErrors)
        if (problems) return problems
        showToast(t('deleteLevel.done', { name }))
        onDeleted()
        return undefined
      }}
    />
  )
}
