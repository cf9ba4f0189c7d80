// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const Delete = graphql(`
  mutation DeleteLookupRow($input: DeleteLookupRowInput!) {
    deleteLookupRow(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { rowId: string; name: string; onDeleted: () => void }

export function DeleteRow({ rowId, name, onDeleted }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, remove] = useMutation(Delete)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('action.delete')}
      </Button>
      {asking && (
        <TypedConfirm
          title={t('deleteLookupRow.title', { name })}
          text={t('deleteLookupRow.text')}
          name={name}
          confirmLabel={t('action.delete')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            const { data, error } = await remove({ input: { project, rowId } })
            const problems = problemsOf(t, error, data?.deleteLookupRow.userErrors)
            if (problems) return problems
            showToast(t('deleteLookupRow.done'))
            onDeleted()
            return undefined
          }}
        />
      )}
    </>
  )
}
