// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { GivenRoleDialog } from './GivenRoleDialog.tsx'
import type { Member } from './WebUsersPage.tsx'

const SetMemberRole = graphql(`
  mutation SetMemberRole($input: SetMemberRoleInput!) {
    setMemberRole(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { member: Member; onClose: () => void; onDone: () => void }

export function RoleDialog({ member, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, setMemberRole] = useMutation(SetMemberRole)
  return (
    <GivenRoleDialog
      title={t('webUsers.roleOf', { name: member.displayName })}
      initial={member.role}
      submitLabel={t('action.save')}
      give={async (role) => {
        const { data, error } = await setMemberRole({
          input: { project, userId: member.userId, role },
        })
        return problemsOf(t, error, data?.setMemberRole.userErrors)
      }}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
