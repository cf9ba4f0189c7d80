// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import type { Role } from './rolesQuery.ts'

const SetRoleArchived = graphql(`
  mutation SetRoleArchived($input: SetRoleArchivedInput!) {
    setRoleArchived(input: $input) {
      role {
        roleId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const DeleteRole = graphql(`
  mutation DeleteRole($input: DeleteRoleInput!) {
    deleteRole(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** Copies a role, takes it out of use or brings it back, deletes it. */
export function RoleActions({ role }: { role: Role }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, setRoleArchived] = useMutation(SetRoleArchived)
  const [, deleteRole] = useMutation(DeleteRole)
  const [deleting, setDeleting] = useState(false)
  const { roleId, name, archived } = role
  const done = (text: string) => {
    showToast(text)
    void navigate(paths.roles(project))
  }
  const keep = async () => {
    const input = { project, roleId, archived: !archived }
    const { data, error } = await setRoleArchived({ input })
    const problems = problemsOf(t, error, data?.setRoleArchived.userErrors)
    if (problems) showToast(problems[0]?.message ?? '')
    else done(t(archived ? 'role.restored' : 'role.archived', { name }))
  }
  return (
    <>
      <ActionMenu
        actions={[
          { label: t('role.copy'), to: paths.newRole(project, roleId) },
          { label: t(archived ? 'role.restore' : 'role.archive'), onClick: () => void keep() },
          { label: t('deleteRole.submit'), onClick: () => setDeleting(true) },
        ]}
      />
      {deleting && (
        <TypedConfirm
          title={t('deleteRole.title', { name })}
          text={<Text>{t('deleteRole.text')}</Text>}
          name={name}
          confirmLabel={t('deleteRole.submit')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            const { data, error } = await deleteRole({ input: { project, roleId } })
            const problems = problemsOf(t, error, data?.deleteRole.userErrors)
            if (problems) return problems
            done(t('deleteRole.done', { name }))
            return undefined
          }}
        />
      )}
    </>
  )
}
