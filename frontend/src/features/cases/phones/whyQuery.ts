// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'

export const WhyQuery = graphql(`
  query WhyOnPhone($project: String!, $caseId: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        displayName
      }
      case(caseId: $caseId) {
        id
        whyOnPhone(userId: $userId) {
          belongs
          reason
          chain {
            caseId
            ownerId
            closed
            reason
            case {
              id
              name
              type
              owner {
                userId
                displayName
              }
            }
          }
          phones {
            deviceId
            syncedOn
            holds
          }
        }
      }
    }
  }
`)

type Project = NonNullable<ResultOf<typeof WhyQuery>['project']>

export type Why = NonNullable<NonNullable<Project['case']>['whyOnPhone']>
export type WhyStep = Why['chain'][number]
