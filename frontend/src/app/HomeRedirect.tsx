// SPDX-License-Identifier: Apache-2.0
import { Navigate } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { paths } from '../lib/paths.ts'
import { readLastProject } from '../lib/project/lastProject.ts'
import { PageSkeleton } from '../ui/page/PageSkeleton.tsx'
import { QueryError } from '../ui/QueryError.tsx'

const OnlyProjectQuery = graphql(`
  query OnlyProject {
    projects(first: 2) {
      nodes {
        id
        name
      }
    }
  }
`)

/** Home is the project used last, or the only one; else the list to choose from. */
export function HomeRedirect() {
  const last = readLastProject()
  const [{ data, error }, retry] = useQuery({ query: OnlyProjectQuery, pause: last !== null })
  if (last) return <Navigate to={paths.dashboard(last)} replace />
  if (error) return <QueryError error={error} onRetry={retry} />
  if (!data) return <PageSkeleton />
  const [first, second] = data.projects.nodes
  return <Navigate to={first && !second ? paths.dashboard(first.name) : paths.projects} replace />
}
