// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { When } from '../../ui/When.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'

const JoinRequestsQuery = graphql(`
  query JoinRequests($project: String!) {
    project(name: $project) {
      id
      joinRequests(first: 50) {
        nodes {
          requestId
          email
          fullName
          requestedAt
        }
        totalCount
      }
    }
  }
`)

const DeclineJoinRequest = graphql(`
  mutation DeclineJoinRequest($input: DeclineJoinRequestInput!) {
    declineJoinRequest(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

export type JoinRequest = NonNullable<
  ResultOf<typeof JoinRequestsQuery>['project']
>['joinRequests']['nodes'][number]

type Props = { onApproved: () => void }

/** Those who ask to be let in, who has waited longest first; nothing where nobody does. */
export function JoinRequests({ onApproved }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data: known }, read] = useQuery({
    query: JoinRequestsQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  const [, decline] = useMutation(DeclineJoinRequest)
  const [approved, setApproved] = useState<JoinRequest | null>(null)
  const requests = known?.project?.joinRequests
  if (!requests || requests.totalCount === 0) return null

  const turnAway = async ({ requestId }: JoinRequest) => {
    const { data, error } = await decline({ input: { project, requestId } })
    const problems = problemsOf(t, error, data?.declineJoinRequest.userErrors)
    showToast(problems?.map(({ message }) => message).join(' ') ?? t('joinRequests.declined'))
    read({ requestPolicy: 'network-only' })
  }
  return (
    <Panel title={t('joinRequests.title')} flush>
      {approved && (
        <ApproveDialog
          request={approved}
          onClose={() => setApproved(null)}
          onDone={() => {
            showToast(t('joinRequests.approved', { name: approved.fullName }))
            setApproved(null)
            onApproved()
          }}
        />
      )}
      <DataTable
        caption={t('joinRequests.title')}
        columns={[
          {
            id: 'name',
            header: t('webUsers.column.name'),
            cell: ({ fullName }: JoinRequest) => fullName,
          },
          {
            id: 'email',
            header: t('webUsers.column.email'),
            cell: ({ email }: JoinRequest) => email,
          },
          {
            id: 'asked',
            header: t('joinRequests.column.asked'),
            cell: ({ requestedAt }: JoinRequest) => <When at={requestedAt} />,
          },
          {
            id: 'actions',
            header: t('webUsers.column.actions'),
            cell: (request: JoinRequest) =>
              may('edit_web_users') && (
                <Group gap="xs" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    aria-label={t('joinRequests.approveOf', { email: request.email })}
                    onClick={() => setApproved(request)}
                  >
                    {t('joinRequests.approve')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('joinRequests.declineOf', { email: request.email })}
                    onClick={() => void turnAway(request)}
                  >
                    {t('joinRequests.decline')}
                  </Button>
                </Group>
              ),
          },
        ]}
        rows={requests.nodes}
        rowKey={({ requestId }) => requestId}
        empty={null}
      />
      {requests.totalCount > requests.nodes.length && (
        <Text size="sm" p="md">
          {t('joinRequests.more', { count: requests.totalCount - requests.nodes.length })}
        </Text>
      )}
    </Panel>
  )
}
