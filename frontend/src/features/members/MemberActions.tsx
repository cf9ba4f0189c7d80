// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { RemoveMember } from './RemoveMember.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import type { Member } from './WebUsersPage.tsx'

const SetMemberActive = graphql(`
  mutation SetMemberActive($input: SetMemberActiveInput!) {
    setMemberActive(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const UnlockMember = graphql(`
  mutation UnlockMember($input: MemberInput!) {
    unlockMember(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const ResetMemberTwoFactor = graphql(`
  mutation ResetMemberTwoFactor($input: MemberInput!) {
    resetMemberTwoFactor(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const SignOutMember = graphql(`
  mutation SignOutMember($input: MemberInput!) {
    signOutMember(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** What can be done about one web user; whoever keeps no web users may leave. */
export function MemberActions({ member, onChanged }: { member: Member; onChanged: () => void }) {
  const t = useT()
  const { name: project, may } = useProject()
  const { user } = useSession()
  const [, setActive] = useMutation(SetMemberActive)
  const [, unlock] = useMutation(UnlockMember)
  const [, resetTwoFactor] = useMutation(ResetMemberTwoFactor)
  const [, signOut] = useMutation(SignOutMember)
  const [open, setOpen] = useState<'role' | 'removal' | null>(null)
  const { userId, active } = member
  const input = { project, userId }
  const isSelf = user?.userId === userId

  const told = (problems: { message: string }[] | undefined, done: string) => {
    showToast(problems ? problems.map(({ message }) => message).join(' ') : done)
    if (!problems) onChanged()
  }
  const switchActive = async () => {
    const { data, error } = await setActive({ input: { ...input, active: !active } })
    told(problemsOf(t, error, data?.setMemberActive.userErrors), t('webUsers.saved'))
  }
  const unlockIt = async () => {
    const { data, error } = await unlock({ input })
    told(problemsOf(t, error, data?.unlockMember.userErrors), t('webUsers.unlocked'))
  }
  const reset = async () => {
    const { data, error } = await resetTwoFactor({ input })
    told(problemsOf(t, error, data?.resetMemberTwoFactor.userErrors), t('webUsers.reset'))
  }
  const signOutEverywhere = async () => {
    const { data, error } = await signOut({ input })
    told(problemsOf(t, error, data?.signOutMember.userErrors), t('webUsers.signedOut'))
  }
  const others =
    may('admin') && !isSelf
      ? [
          { label: t('webUsers.signOut'), onClick: () => void signOutEverywhere() },
          { label: t('webUsers.unlock'), onClick: () => void unlockIt() },
          { label: t('webUsers.resetTwoFactor'), onClick: () => void reset() },
        ]
      : []
  const edits = may('edit_web_users')
    ? [
        { label: t('webUsers.changeRole'), onClick: () => setOpen('role') },
        {
          label: active ? t('webUsers.deactivate') : t('webUsers.activate'),
          onClick: () => void switchActive(),
        },
      ]
    : []
  const removal = {
    label: isSelf ? t('webUsers.leave') : t('webUsers.remove'),
    onClick: () => setOpen('removal'),
  }
  const done = () => {
    setOpen(null)
    onChanged()
  }
  return (
    <>
      <ActionMenu actions={[...edits, ...others, removal]} />
      {open === 'role' && (
        <RoleDialog member={member} onClose={() => setOpen(null)} onDone={done} />
      )}
      {open === 'removal' && (
        <RemoveMember member={member} isSelf={isSelf} onClose={() => setOpen(null)} onDone={done} />
      )}
    </>
  )
}
