// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'

/** A project has a handful of programs: one page holds them all. */
export const ProgramsQuery = graphql(`
  query Programs($project: String!) {
    project(name: $project) {
      id
      programs(first: 100) {
        nodes {
          programId
          name
          code
          modifiedAt
        }
      }
    }
  }
`)
