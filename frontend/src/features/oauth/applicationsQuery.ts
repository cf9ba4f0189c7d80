// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const OAuthApplicationsQuery = graphql(`
  query OAuthApplications($first: Int!, $after: String) {
    me {
      userId
      oauthApplications {
        clientId
        kind
        name
        redirectUris
        scopes
        project
        roleName
        createdAt
        secretMadeAt
      }
      authorizedApplications(first: $first, after: $after) {
        nodes {
          clientId
          name
          scopes
          agreedAt
          lastUsedAt
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

type Me = ResultOf<typeof OAuthApplicationsQuery>['me']
export type OwnApplication = Me['oauthApplications'][number]
export type Authorized = Me['authorizedApplications']['nodes'][number]
