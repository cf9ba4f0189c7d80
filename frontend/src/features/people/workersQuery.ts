// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'
import { WorkerRowFragment } from './workerRow.tsx'

export const WorkersQuery = graphql(
  `
    query MobileWorkers(
      $project: String!
      $first: Int!
      $after: String
      $search: String
      $active: Boolean
      $groupId: String
      $locationId: String
      $orderBy: MobileWorkerOrder!
      $withPlaces: Boolean!
      $withGroups: Boolean!
    ) {
      project(name: $project) {
        id
        locationTypes @include(if: $withPlaces) {
          code
        }
        mobileWorkers(
          first: $first
          after: $after
          search: $search
          active: $active
          groupId: $groupId
          locationId: $locationId
          orderBy: $orderBy
        ) {
          nodes {
            ...WorkerRow
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
  [WorkerRowFragment],
)
