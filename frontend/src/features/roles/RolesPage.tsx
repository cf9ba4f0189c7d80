// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { RolesQuery, type Role } from './rolesQuery.ts'

/** The roles of the project and how many people have each. */
export function RolesPage() {
  const t = useT()
  const format = useFormat()
  const { name: project, may } = useProject()
  const [{ data, error }, read] = useQuery({
    query: RolesQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const create = may('admin') && (
    <Button component={Link} to={paths.newRole(project)}>
      {t('newRole.title')}
    </Button>
  )
  return (
    <Page title={t('roles.title')} purpose={t('roles.purpose')} actions={create}>
      {error && <QueryError error={error} onRetry={() => read()} />}
      <Panel flush>
        <DataTable
          caption={t('roles.title')}
          columns={[
            {
              id: 'name',
              header: t('roles.column.name'),
              cell: ({ roleId, name }: Role) => (
                <TextLink to={paths.role(project, roleId)} fw={500}>
                  {name}
                </TextLink>
              ),
            },
            {
              id: 'members',
              header: t('roles.column.members'),
              cell: ({ use }: Role) => format.number(use.members),
            },
            {
              id: 'workers',
              header: t('roles.column.workers'),
              cell: ({ use }: Role) => format.number(use.workers),
            },
            {
              id: 'status',
              header: t('roles.column.status'),
              cell: ({ archived }: Role) =>
                archived ? (
                  <Status tone="quiet" label={t('roles.archived')} />
                ) : (
                  <Status tone="good" label={t('roles.active')} />
                ),
            },
          ]}
          rows={data?.project?.roles}
          rowKey={({ roleId }) => roleId}
          rowHref={({ roleId }) => paths.role(project, roleId)}
          empty={
            <EmptyState title={t('roles.empty.title')} hint={t('roles.purpose')} action={create} />
          }
        />
      </Panel>
    </Page>
  )
}
