// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { GivenRoleField } from './GivenRoleField.tsx'
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
  const [role, setRole] = useState(member.role)
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, setMemberRole] = useMutation(SetMemberRole)
  const save = async () => {
    const { data, error } = await setMemberRole({ input: { project, userId: member.userId, role } })
    const problems = problemsOf(t, error, data?.setMemberRole.userErrors)
    if (problems) setProblem(problems.map(({ message }) => message).join(' '))
    else onDone()
  }
  return (
    <Dialog title={t('webUsers.roleOf', { name: member.displayName })} onClose={onClose}>
      <Stack>
        <GivenRoleField value={role} onChange={setRole} />
        {problem && (
          <Text role="alert" c="red">
            {problem}
          </Text>
        )}
        <Group>
          <Button loading={fetching} onClick={() => void save()}>
            {t('action.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
