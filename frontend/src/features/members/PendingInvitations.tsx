// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { When } from '../../ui/When.tsx'
import { InvitationLink } from './InvitationLink.tsx'

const InvitationsQuery = graphql(`
  query Invitations($project: String!) {
    project(name: $project) {
      id
      invitations(first: 100) {
        nodes {
          invitationId
          email
          role
          invitedBy
          invitedAt
          expiresAt
          mailedAt
          mailFailed
        }
      }
    }
  }
`)

const ResendInvitation = graphql(`
  mutation ResendInvitation($input: InvitationInput!) {
    resendInvitation(input: $input) {
      path
      userErrors {
        message
        field
      }
    }
  }
`)

const CancelInvitation = graphql(`
  mutation CancelInvitation($input: InvitationInput!) {
    cancelInvitation(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Invitation = NonNullable<
  ResultOf<typeof InvitationsQuery>['project']
>['invitations']['nodes'][number]

/** Those who were invited and did not come yet; nothing where there are none. */
export function PendingInvitations() {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data: known }, read] = useQuery({
    query: InvitationsQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  const [, resend] = useMutation(ResendInvitation)
  const [, cancel] = useMutation(CancelInvitation)
  const [path, setPath] = useState<string | null>(null)
  const waiting = known?.project?.invitations.nodes ?? []
  if (waiting.length === 0) return null

  const again = async ({ invitationId }: Invitation) => {
    const { data, error } = await resend({ input: { project, invitationId } })
    const problems = problemsOf(t, error, data?.resendInvitation.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    else {
      setPath(data?.resendInvitation.path ?? null)
      if (!data?.resendInvitation.path) showToast(t('invitations.sent'))
      read({ requestPolicy: 'network-only' })
    }
  }
  const takeBack = async ({ invitationId }: Invitation) => {
    const { data, error } = await cancel({ input: { project, invitationId } })
    const problems = problemsOf(t, error, data?.cancelInvitation.userErrors)
    showToast(problems?.map(({ message }) => message).join(' ') ?? t('invitations.cancelled'))
    read({ requestPolicy: 'network-only' })
  }
  const state = ({ expiresAt, mailedAt, mailFailed }: Invitation) => {
    if (Date.parse(expiresAt) <= Date.now()) {
      return <Status tone="quiet" label={t('invitations.expired')} />
    }
    if (mailFailed) return <Status tone="bad" label={t('invitations.mailFailed')} />
    return (
      <Status tone="good" label={mailedAt ? t('invitations.mailed') : t('invitations.waiting')} />
    )
  }
  return (
    <Panel title={t('invitations.title')} flush>
      {path && <InvitationLink path={path} />}
      <DataTable
        caption={t('invitations.title')}
        columns={[
          {
            id: 'email',
            header: t('webUsers.column.email'),
            cell: ({ email }: Invitation) => email,
          },
          { id: 'role', header: t('webUsers.column.role'), cell: ({ role }: Invitation) => role },
          {
            id: 'by',
            header: t('invitations.column.by'),
            cell: ({ invitedBy }: Invitation) => invitedBy,
          },
          {
            id: 'expires',
            header: t('invitations.column.expires'),
            cell: ({ expiresAt }: Invitation) => <When at={expiresAt} />,
          },
          { id: 'state', header: t('webUsers.column.status'), cell: state },
          {
            id: 'actions',
            header: t('webUsers.column.actions'),
            cell: (invitation: Invitation) =>
              may('edit_web_users') && (
                <Group gap="xs" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('invitations.resendTo', { email: invitation.email })}
                    onClick={() => void again(invitation)}
                  >
                    {t('invitations.resend')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('invitations.cancelOf', { email: invitation.email })}
                    onClick={() => void takeBack(invitation)}
                  >
                    {t('invitations.cancel')}
                  </Button>
                </Group>
              ),
          },
        ]}
        rows={waiting}
        rowKey={({ invitationId }) => invitationId}
        empty={null}
      />
    </Panel>
  )
}
