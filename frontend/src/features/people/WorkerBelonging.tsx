// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { useWorkerRights } from './useWorkerRights.ts'

const BelongingQuery = graphql(`
  query WorkerBelonging(
    $project: String!
    $userId: String!
    $withPlaces: Boolean!
    $withGroups: Boolean!
  ) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        primaryLocation @include(if: $withPlaces) {
          id
          locationId
        }
        locations @include(if: $withPlaces) {
          id
          locationId
          name
          ancestors {
            name
          }
        }
        groups @include(if: $withGroups) {
          id
          groupId
          name
        }
      }
    }
  }
`)

/** Where a worker works, and her groups. */
export function WorkerBelonging({ userId }: { userId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const { seesPlaces, seesGroups } = useWorkerRights()
  const [{ data }] = useQuery({
    query: BelongingQuery,
    variables: { project, userId, withPlaces: seesPlaces, withGroups: seesGroups },
    pause: !seesPlaces && !seesGroups,
    requestPolicy: 'cache-and-network',
  })
  if (!seesPlaces && !seesGroups) return null
  const worker = data?.project?.mobileWorker
  const places = worker?.locations ?? []
  const groups = worker?.groups ?? []
  const primary = worker?.primaryLocation?.locationId
  const none = t('belonging.none')
  return (
    <Panel title={t('belonging.title')}>
      {!worker && <Skeleton h={14} w="70%" my={8} />}
      {worker && (
        <FactList
          facts={[
            {
              label: t('belonging.locations'),
              value: seesPlaces && (
                <Stack gap={4}>
                  {places.map(({ locationId, name, ancestors }) => (
                    <span key={locationId}>
                      {[...ancestors.map((above) => above.name), name].join(' / ')}
                      {locationId === primary &&
                        places.length > 1 &&
                        ` (${t('belonging.isPrimary')})`}
                    </span>
                  ))}
                  {places.length === 0 && none}
                </Stack>
              ),
            },
            {
              label: t('belonging.groups'),
              value: seesGroups && (
                <Stack gap={4}>
                  {groups.map(({ groupId, name }) => (
                    <TextLink key={groupId} to={paths.group(project, groupId)}>
                      {name}
                    </TextLink>
                  ))}
                  {groups.length === 0 && none}
                </Stack>
              ),
            },
          ].filter(({ value }) => value !== false)}
        />
      )}
    </Panel>
  )
}
