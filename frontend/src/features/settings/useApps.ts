// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'

const AppChoices = graphql(`
  query AppChoices($project: String!) {
    project(name: $project) {
      id
      apps(first: 100) {
        nodes {
          appId
          name
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

/** The applications of the project, by name, and whether these are all. */
export function useApps(): { apps: { appId: string; name: string }[]; all: boolean } {
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: AppChoices, variables: { project } })
  const found = data?.project?.apps
  return { apps: found?.nodes ?? [], all: found !== undefined && !found.pageInfo.hasNextPage }
}
