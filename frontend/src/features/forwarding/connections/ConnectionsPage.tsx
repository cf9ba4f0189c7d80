// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { authTypes } from './authTypes.ts'
import { ConnectionFragment, type ConnectionNow } from './connectionQuery.ts'

const ConnectionsQuery = graphql(
  `
    query Connections($project: String!) {
      project(name: $project) {
        id
        connections {
          ...ConnectionSettings
        }
      }
    }
  `,
  [ConnectionFragment],
)

/** The places to which data is sent. */
export function ConnectionsPage() {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: ConnectionsQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const rows = data?.project?.connections.map((row) => readFragment(ConnectionFragment, row))
  const add = (
    <Button component={Link} to={inForwarding.newConnection(project)}>
      {t('connections.add')}
    </Button>
  )
  const columns: Column<ConnectionNow>[] = [
    {
      id: 'name',
      header: t('connection.name'),
      cell: ({ id, name }) => (
        <TextLink to={inForwarding.connection(project, id)} fw={500}>
          {name}
        </TextLink>
      ),
    },
    {
      id: 'url',
      header: t('connection.url'),
      cell: ({ url }) => <span className={classes['address']}>{url}</span>,
    },
    { id: 'auth', header: t('connection.authType'), cell: ({ auth }) => t(authTypes[auth.type]) },
    {
      id: 'notify',
      header: t('connections.notify'),
      cell: ({ notifyAddresses }) => (
        <span className={classes['address']}>{notifyAddresses.join(', ')}</span>
      ),
    },
    {
      id: 'usedBy',
      header: t('connections.usedBy'),
      cell: ({ usedBy }) =>
        usedBy > 0 ? (
          <TextLink to={paths.forwarding(project)}>
            {t('connections.usedBy.forwarding', { count: usedBy })}
          </TextLink>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <Page
      title={t('connections.title')}
      purpose={t('connections.purpose')}
      actions={
        <>
          <Button component={Link} variant="default" to={inForwarding.requests(project)}>
            {t('requests.title')}
          </Button>
          {add}
        </>
      }
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(rows || !error) && (
        <Panel flush>
          <DataTable
            caption={t('connections.title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => inForwarding.connection(project, id)}
            empty={
              <EmptyState
                title={t('connections.empty.title')}
                hint={t('connections.empty.hint')}
                action={add}
              />
            }
          />
        </Panel>
      )}
    </Page>
  )
}
