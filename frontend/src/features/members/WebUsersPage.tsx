// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { WorkbookMenu } from '../../ui/WorkbookMenu.tsx'
import { JoinRequests } from './JoinRequests.tsx'
import { MemberActions } from './MemberActions.tsx'
import { PendingInvitations } from './PendingInvitations.tsx'

const WebUsersQuery = graphql(`
  query WebUsers($project: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      members(first: $first, after: $after) {
        nodes {
          userId
          username
          displayName
          role
          active
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

export type Member = NonNullable<
  ResultOf<typeof WebUsersQuery>['project']
>['members']['nodes'][number]

/** The people who work in this project through a browser, those who were invited, and those who ask. */
export function WebUsersPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const { user } = useSession()
  const paging = usePaging()
  const [changes, setChanges] = useState(0)
  const [{ data, error, fetching }, read] = useQuery({
    query: WebUsersQuery,
    variables: { project, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const members = data?.project?.members
  const readAgain = () => {
    read({ requestPolicy: 'network-only' })
    setChanges(changes + 1)
  }
  const invite = may('edit_web_users') && (
    <>
      <WorkbookMenu workbook="web-users" />
      <Button component={Link} to={paths.inviteWebUser(project)}>
        {t('webUsers.invite')}
      </Button>
    </>
  )
  const columns = [
    {
      id: 'name',
      header: t('webUsers.column.name'),
      cell: ({ displayName }: Member) => displayName,
    },
    {
      id: 'email',
      header: t('webUsers.column.email'),
      cell: ({ username }: Member) => username,
    },
    { id: 'role', header: t('webUsers.column.role'), cell: ({ role }: Member) => role },
    {
      id: 'status',
      header: t('webUsers.column.status'),
      cell: ({ active }: Member) => (
        <Status
          tone={active ? 'good' : 'quiet'}
          label={active ? t('webUsers.active') : t('webUsers.inactive')}
        />
      ),
    },
    {
      id: 'actions',
      header: t('webUsers.column.actions'),
      cell: (member: Member) =>
        (may('edit_web_users') || user?.userId === member.userId) && (
          <MemberActions member={member} onChanged={readAgain} />
        ),
    },
  ]
  return (
    <Page title={t('webUsers.title')} purpose={t('webUsers.purpose')} actions={invite}>
      {error && <QueryError error={error} onRetry={() => read()} />}
      <JoinRequests key={`requests-${changes}`} onApproved={readAgain} />
      <PendingInvitations key={changes} />
      {(members || !error) && (
        <Panel flush>
          <DataTable
            caption={t('webUsers.title')}
            columns={columns}
            rows={members?.nodes}
            rowKey={({ userId }) => userId}
            busy={fetching && members !== undefined}
            empty={<EmptyState title={t('webUsers.title')} hint={t('webUsers.purpose')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={members?.nodes.length ?? 0}
        total={members?.totalCount}
        endCursor={members?.pageInfo.endCursor}
        hasNextPage={members?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
