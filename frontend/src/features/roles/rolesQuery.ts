// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const RolesQuery = graphql(`
  query Roles($project: String!) {
    project(name: $project) {
      id
      roles {
        roleId
        name
        permissions
        nonAdminEditable
        assignableBy
        archived
        use {
          members
          workers
        }
      }
    }
  }
`)

export type Role = NonNullable<ResultOf<typeof RolesQuery>['project']>['roles'][number]
