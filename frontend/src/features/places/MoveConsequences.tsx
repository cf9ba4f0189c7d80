// SPDX-License-Identifier: Apache-2.0
import { Alert, List, Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { LineFragment, movedBetween, type Line } from './moveLines.ts'

const ConsequencesQuery = graphql(
  `
    query MoveConsequences($project: String!, $locationId: String!, $parentId: String!) {
      project(name: $project) {
        id
        owning: locations(first: 1, filter: { withinId: $locationId, sharesCases: true }) {
          totalCount
        }
        all: locations(first: 1, filter: { withinId: $locationId }) {
          totalCount
        }
        location(locationId: $parentId) {
          id
          name
          ...MoveLine
          ancestors {
            id
            ...MoveLine
          }
        }
      }
    }
  `,
  [LineFragment],
)

type Props = { locationId: string; parentId: string; before: Line[] }

/** What a move means, before it is made: how much goes along, and whose phones change. */
export function MoveConsequences({ locationId, parentId, before }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: ConsequencesQuery,
    variables: { project, locationId, parentId },
    requestPolicy: 'network-only',
  })
  const found = data?.project
  if (!found?.location) return <Skeleton h={96} />
  const parent = found.location
  const after = [...parent.ancestors, parent].map((line) => readFragment(LineFragment, line))
  const { losing, gaining } = movedBetween(before, after)
  const count = found.owning.totalCount
  return (
    <Alert variant="outline" color="gray" title={t('moveLocation.changes')} role="status">
      <List size="sm">
        <List.Item>
          {t('moveLocation.along', { below: found.all.totalCount - 1, parent: parent.name })}
        </List.Item>
        {count > 0 &&
          losing.map((line) => (
            <List.Item key={line.locationId}>
              {t('moveLocation.loses', said(line, count))}
            </List.Item>
          ))}
        {count > 0 &&
          gaining.map((line) => (
            <List.Item key={line.locationId}>
              {t('moveLocation.gains', said(line, count))}
            </List.Item>
          ))}
        <List.Item>{t('moveLocation.others')}</List.Item>
      </List>
    </Alert>
  )
}

function said({ name, workers }: Line, count: number) {
  return { location: name, workers: workers.totalCount, count }
}
