// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'

export const GroupMembersQuery = graphql(`
  query GroupMembers(
    $project: String!
    $groupId: String!
    $first: Int!
    $after: String
    $search: String
  ) {
    project(name: $project) {
      id
      mobileWorkers(first: $first, after: $after, search: $search, groupId: $groupId) {
        nodes {
          id
          userId
          username
          displayName
          active
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)
