// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const OAuthApplicationsQuery = graphql(`
  query OAuthApplications {
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
      authorizedApplications {
        clientId
        name
        scopes
        agreedAt
        lastUsedAt
      }
    }
  }
`)

type Me = ResultOf<typeof OAuthApplicationsQuery>['me']
export type OwnApplication = Me['oauthApplications'][number]
export type Authorized = Me['authorizedApplications'][number]
