// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { LocationItem } from './LocationItem.tsx'
import { LocationLineFragment } from './locationLine.ts'
import classes from './LocationTree.module.css'
import { useTree } from './TreeContext.ts'

const BranchQuery = graphql(
  `
    query LocationBranch($project: String!, $after: String, $filter: LocationFilter!) {
      project(name: $project) {
        id
        locations(first: 100, after: $after, filter: $filter) {
          nodes {
            ...LocationLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [LocationLineFragment],
)

type Props = {
  /** An empty text for the roots. */
  parentId: string
  after?: string | null
}

/** The lines below a location, a hundred at a time. */
export function LocationBranch({ parentId, after = null }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const { archived } = useTree()
  const [more, setMore] = useState(false)
  const [{ data, error }, read] = useQuery({
    query: BranchQuery,
    variables: { project, after, filter: { parentId, archived: archived ? null : false } },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.project?.locations
  if (!found) {
    return (
      <li role="none">
        {error ? (
          <QueryError error={error} onRetry={() => read()} />
        ) : (
          <Skeleton h={18} w={220} my={9} ml={34} />
        )}
      </li>
    )
  }
  const { hasNextPage, endCursor } = found.pageInfo
  const lines = found.nodes.map((node) => readFragment(LocationLineFragment, node))
  return (
    <>
      {lines.map((line, index) => (
        <LocationItem
          key={line.locationId}
          line={line}
          first={parentId === '' && after === null && index === 0}
        />
      ))}
      {lines.length === 0 && (
        <li role="none" className={classes['end']}>
          {t('organization.nothingBelow')}
        </li>
      )}
      {hasNextPage &&
        (more ? (
          <LocationBranch parentId={parentId} after={endCursor} />
        ) : (
          <li role="none" className={classes['end']}>
            <Button variant="subtle" size="compact-sm" onClick={() => setMore(true)}>
              {t('organization.more')}
            </Button>
          </li>
        ))}
    </>
  )
}
