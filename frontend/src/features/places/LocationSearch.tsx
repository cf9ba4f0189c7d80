// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { locationForest } from './locationForest.ts'
import { LocationItem } from './LocationItem.tsx'
import { FoundLocationFragment, foundLocation } from './locationLine.ts'
import { LocationTree } from './LocationTree.tsx'

const SearchQuery = graphql(
  `
    query LocationSearch($project: String!, $filter: LocationFilter!) {
      project(name: $project) {
        id
        locations(first: 50, filter: $filter) {
          nodes {
            id
            ...FoundLocation
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  [FoundLocationFragment],
)

type Props = { search: string; archived: boolean; parentLevels: ReadonlySet<string> }

/** The locations that fit what was typed, each with the path that leads to it. */
export function LocationSearch({ search, archived, parentLevels }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: SearchQuery,
    variables: { project, filter: { search, archived: archived ? null : false } },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const found = data?.project?.locations
  if (!found) return <Skeleton h={18} w={260} my={9} />
  if (found.nodes.length === 0) {
    return <EmptyState title={t('organization.none.title')} hint={t('organization.none.hint')} />
  }
  const forest = locationForest(
    found.nodes.map((node) => foundLocation(readFragment(FoundLocationFragment, node))),
  )
  return (
    <Stack gap="xs">
      <LocationTree key={search} archived={archived} parentLevels={parentLevels}>
        {forest.map((node, index) => (
          <LocationItem
            key={node.line.locationId}
            line={node.line}
            below={node.below}
            found={node.found}
            first={index === 0}
          />
        ))}
      </LocationTree>
      {found.pageInfo.hasNextPage && (
        <Text size="sm" c="dimmed">
          {t('organization.tooMany')}
        </Text>
      )}
    </Stack>
  )
}
