// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'

const OwnerPlaceQuery = graphql(`
  query CaseOwnerPlace(
    $project: String!
    $ownerId: String!
    $seesGroups: Boolean!
    $seesPlaces: Boolean!
  ) {
    project(name: $project) {
      id
      group(groupId: $ownerId) @include(if: $seesGroups) {
        id
        name
      }
      location(locationId: $ownerId) @include(if: $seesPlaces) {
        id
        name
      }
    }
  }
`)

type Props = { user: { displayName: string } | null | undefined; ownerId: string }

/** What the owner of a case is called: a person, a group or a location; else its id. */
export function OwnerName({ user, ownerId }: Props) {
  const { name: project, may } = useProject()
  const seesGroups = may('view_groups') || may('edit_groups') || may('edit_commcare_users')
  const seesPlaces = may('view_locations') || may('edit_locations')
  const [{ data }] = useQuery({
    query: OwnerPlaceQuery,
    variables: { project, ownerId, seesGroups, seesPlaces },
    pause: Boolean(user) || !(seesGroups || seesPlaces),
  })
  const found = data?.project
  return user?.displayName ?? found?.group?.name ?? found?.location?.name ?? ownerId
}
