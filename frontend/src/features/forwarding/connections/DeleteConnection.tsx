// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import type { ConnectionNow } from './connectionQuery.ts'

const Delete = graphql(`
  mutation DeleteConnection($input: DeleteConnectionInput!) {
    deleteConnection(input: $input) {
      connectionId
      userErrors {
        message
        field
      }
    }
  }
`)

/** Deletes a connection that nothing sends to any more. */
export function DeleteConnection({ connection }: { connection: ConnectionNow }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [asked, setAsked] = useState(false)
  const [, remove] = useMutation(Delete)
  const { id: connectionId, name, usedBy } = connection
  return (
    <>
      <ActionMenu actions={[{ label: t('action.delete'), onClick: () => setAsked(true) }]} />
      {asked && (
        <TypedConfirm
          title={t('deleteConnection.title', { name })}
          text={t(usedBy > 0 ? 'deleteConnection.used' : 'deleteConnection.text', {
            count: usedBy,
          })}
          name={name}
          confirmLabel={t('action.delete')}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            const { data, error } = await remove({ input: { project, connectionId } })
            const problems = problemsOf(t, error, data?.deleteConnection.userErrors)
            if (problems) return problems
            showToast(t('deleteConnection.done', { name }))
            await navigate(paths.connections(project))
            return undefined
          }}
        />
      )}
    </>
  )
}
