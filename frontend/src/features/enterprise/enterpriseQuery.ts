// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const EnterpriseQuery = graphql(`
  query Enterprise($id: String!, $first: Int!, $after: String) {
    me {
      userId
      enterprise(enterpriseId: $id) {
        enterpriseId
        name
        source
        admins {
          userId
          username
          addedBy
        }
        projects {
          name
          displayName
          active
          inherits
          addedBy
        }
        identityProviders {
          providerId
          name
          slug
          issuer
          clientId
          active
          enforcement
          testers
          exempt
          redirectPath
          signInPath
        }
        emailDomains {
          domain
          providerId
          record
          provedAt
          provedBy
        }
        events(first: $first, after: $after) {
          nodes {
            eventId
            at
            actorName
            action
            detail
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`)

export type Enterprise = NonNullable<ResultOf<typeof EnterpriseQuery>['me']['enterprise']>
export type Provider = Enterprise['identityProviders'][number]
export type EmailDomain = Enterprise['emailDomains'][number]
export type EnterpriseEvent = Enterprise['events']['nodes'][number]
