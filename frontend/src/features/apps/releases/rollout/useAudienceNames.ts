// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../../../lib/graphql/graphql.ts'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import type { Chosen } from '../../../../ui/ChosenList.tsx'
import type { Audience } from './AudienceFields.tsx'

const NamesQuery = graphql(`
  query AudienceNames($project: String!, $groups: Boolean!, $locations: Boolean!) {
    project(name: $project) {
      id
      groups(first: 100) @include(if: $groups) {
        nodes {
          id
          groupId
          name
        }
      }
      locations(first: 100) @include(if: $locations) {
        nodes {
          id
          locationId
          name
        }
      }
    }
  }
`)

/** The audience with the names of its groups and locations, where the reader may know them; else their ids stand. */
export function useAudienceNames(audience: Audience): Audience {
  const { name: project, may } = useProject()
  const groups = audience.groups.length > 0 && (may('view_groups') || may('edit_groups'))
  const locations =
    audience.locations.length > 0 && (may('view_locations') || may('edit_locations'))
  const [{ data }] = useQuery({
    query: NamesQuery,
    variables: { project, groups, locations },
    pause: !groups && !locations,
  })
  const names = new Map<string, string>()
  for (const { groupId, name } of data?.project?.groups?.nodes ?? []) names.set(groupId, name)
  for (const { locationId, name } of data?.project?.locations?.nodes ?? [])
    names.set(locationId, name)
  const named = (list: Chosen[]) =>
    list.map((each) => ({ ...each, label: names.get(each.value) ?? each.label }))
  return { ...audience, groups: named(audience.groups), locations: named(audience.locations) }
}
