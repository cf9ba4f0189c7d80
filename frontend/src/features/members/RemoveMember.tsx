// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import type { Member } from './WebUsersPage.tsx'

const RemoveMemberMutation = graphql(`
  mutation RemoveMember($input: MemberInput!) {
    removeMember(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { member: Member; isSelf: boolean; onClose: () => void; onDone: () => void }

/** Takes a web user out of the project, or lets the reader leave it. */
export function RemoveMember({ member, isSelf, onClose, onDone }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, remove] = useMutation(RemoveMemberMutation)
  const submit = async () => {
    const { data, error } = await remove({ input: { project, userId: member.userId } })
    const problems = problemsOf(t, error, data?.removeMember.userErrors)
    if (problems) {
      setProblem(problems.map(({ message }) => message).join(' '))
      return
    }
    showToast(isSelf ? t('webUsers.left') : t('webUsers.removed', { name: member.displayName }))
    if (isSelf) void navigate(paths.projects)
    else onDone()
  }
  return (
    <Dialog
      title={
        isSelf
          ? t('webUsers.leave.title')
          : t('webUsers.remove.title', { name: member.displayName })
      }
      onClose={onClose}
    >
      <Stack>
        <Text>{isSelf ? t('webUsers.leave.text') : t('webUsers.remove.text')}</Text>
        {problem && (
          <Text role="alert" c="red">
            {problem}
          </Text>
        )}
        <Group>
          <Button color="red" loading={fetching} onClick={() => void submit()}>
            {isSelf ? t('webUsers.leave') : t('webUsers.remove')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
