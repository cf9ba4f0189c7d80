// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../../../lib/graphql/graphql.ts'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'

const PinnedLocationQuery = graphql(`
  query PinnedLocation($project: String!, $locationId: String!) {
    project(name: $project) {
      id
      location(locationId: $locationId) {
        id
        name
      }
    }
  }
`)

/** What a location is called; its id where the reader may not know. */
export function LocationName({ locationId }: { locationId: string }) {
  const { name: project, may } = useProject()
  const [{ data }] = useQuery({
    query: PinnedLocationQuery,
    variables: { project, locationId },
    pause: !may('view_locations') && !may('edit_locations'),
  })
  return data?.project?.location?.name ?? locationId
}
