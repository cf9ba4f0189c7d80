// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'

/** How many locations in use a location and all below it are. */
export const SubtreeSizeQuery = graphql(`
  query SubtreeSize($project: String!, $locationId: String!) {
    project(name: $project) {
      id
      locations(first: 1, filter: { withinId: $locationId }) {
        totalCount
      }
    }
  }
`)
