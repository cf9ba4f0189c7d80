// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { LocationLineFragment, type LocationLine } from './locationLine.ts'

const ChildrenQuery = graphql(
  `
    query LocationChildren($project: String!, $first: Int!, $after: String, $parentId: String!) {
      project(name: $project) {
        id
        locations(first: $first, after: $after, filter: { parentId: $parentId }) {
          nodes {
            ...LocationLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [LocationLineFragment],
)

type Props = { locationId: string; open: boolean }

/** What stands in use directly below. */
export function ChildrenTab({ locationId, open }: Props) {
  const t = useT()
  const { number } = useFormat()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: ChildrenQuery,
    variables: { project, first: paging.size, after: paging.after, parentId: locationId },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.project?.locations
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const columns = [
    {
      id: 'name',
      header: t('location.name'),
      cell: (line: LocationLine) => (
        <TextLink to={paths.location(project, line.locationId)} fw={500}>
          {line.name}
        </TextLink>
      ),
    },
    { id: 'level', header: t('level.name'), cell: ({ type }: LocationLine) => type.name },
    { id: 'code', header: t('location.siteCode'), cell: ({ siteCode }: LocationLine) => siteCode },
    {
      id: 'below',
      header: t('location.below'),
      align: 'end' as const,
      cell: ({ children }: LocationLine) => number(children.totalCount),
    },
    {
      id: 'workers',
      header: t('workers.title'),
      align: 'end' as const,
      cell: ({ workers }: LocationLine) => number(workers.totalCount),
    },
  ]
  return (
    <>
      <Panel flush>
        <DataTable
          caption={t('location.below')}
          columns={columns}
          rows={found?.nodes.map((node) => readFragment(LocationLineFragment, node))}
          rowKey={(line) => line.locationId}
          rowHref={(line) => paths.location(project, line.locationId)}
          busy={fetching && found !== undefined}
          empty={
            <EmptyState
              title={t('location.noneBelow.title')}
              hint={t('location.noneBelow.hint')}
              action={
                open &&
                may('edit_locations') && (
                  <Button component={Link} to={paths.newLocation(project, locationId)}>
                    {t('newLocation.below')}
                  </Button>
                )
              }
            />
          }
        />
      </Panel>
      <Pager
        paging={paging}
        shown={found?.nodes.length ?? 0}
        total={found?.totalCount}
        endCursor={found?.pageInfo.endCursor}
        hasNextPage={found?.pageInfo.hasNextPage}
      />
    </>
  )
}
