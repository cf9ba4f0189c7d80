// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'
import { GroupRowFragment } from './groupRow.tsx'

export const GroupsQuery = graphql(
  `
    query Groups($project: String!, $first: Int!, $after: String, $search: String) {
      project(name: $project) {
        id
        groups(first: $first, after: $after, search: $search) {
          nodes {
            ...GroupRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [GroupRowFragment],
)
