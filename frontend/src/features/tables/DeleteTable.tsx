// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const Delete = graphql(`
  mutation DeleteLookupTable($input: DeleteLookupTableInput!) {
    deleteLookupTable(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  tableId: string
  tag: string
  rows: number
  onClose: () => void
  onDeleted: () => void
}

export function DeleteTable({ tableId, tag, rows, onClose, onDeleted }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, remove] = useMutation(Delete)
  return (
    <TypedConfirm
      title={t('deleteLookupTable.title', { tag })}
      text={t('deleteLookupTable.text', { rows })}
      name={tag}
      confirmLabel={t('action.delete')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await remove({ input: { project, tableId } })
        const problems = problemsOf(t, error, data?.deleteLookupTable.userErrors)
        if (problems) return problems
        showToast(t('deleteLookupTable.done', { tag }))
        onDeleted()
        return undefined
      }}
    />
  )
}
