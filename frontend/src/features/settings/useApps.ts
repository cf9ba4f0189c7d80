// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'

const AppChoices = graphql(`
  query AppChoices($project: String!, $search: String) {
    project(name: $project) {
      id
      apps(first: 100, search: $search) {
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

type Found = { apps: { appId: string; name: string }[]; more: boolean }

/** The applications of the project, by name, or those that a search finds, and whether there are more. */
export function useApps(search = ''): Found {
  const { name: project } = useProject()
  const variables = { project, search: search || null }
  const [{ data }] = useQuery({ query: AppChoices, variables })
  const found = data?.project?.apps
  return { apps: found?.nodes ?? [], more: found?.pageInfo.hasNextPage ?? false }
}
