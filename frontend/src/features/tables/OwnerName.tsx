// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Owner } from './rowValues.ts'

const OwnerQuery = graphql(`
  query LookupRowOwner(
    $project: String!
    $owner: String!
    $user: Boolean!
    $group: Boolean!
    $location: Boolean!
  ) {
    project(name: $project) {
      id
      mobileWorker(userId: $owner) @include(if: $user) {
        id
        displayName
      }
      group(groupId: $owner) @include(if: $group) {
        id
        name
      }
      location(locationId: $owner) @include(if: $location) {
        id
        name
      }
    }
  }
`)

const kinds = {
  USER: 'lookupRow.kind.user',
  GROUP: 'lookupRow.kind.group',
  LOCATION: 'lookupRow.kind.location',
} satisfies Record<Owner['kind'], MessageKey>

/** What an owner is called; its id where it is gone or the reader may not see it. */
export function OwnerName({ owner: { kind, id } }: { owner: Owner }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: OwnerQuery,
    variables: {
      project,
      owner: id,
      user: kind === 'USER',
      group: kind === 'GROUP',
      location: kind === 'LOCATION',
    },
  })
  const found = data?.project
  const name = found?.mobileWorker?.displayName ?? found?.group?.name ?? found?.location?.name
  return (
    <span>
      {name ?? id}{' '}
      <Text span size="sm" c="dimmed">
        {t(kinds[kind])}
      </Text>
    </span>
  )
}
