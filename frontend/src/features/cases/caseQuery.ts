// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'
import { CaseFactsFragment } from './CaseFacts.tsx'
import { RelatedTabFragment } from './RelatedTab.tsx'

export const CaseQuery = graphql(
  `
    query Case($project: String!, $caseId: String!) {
      project(name: $project) {
        id
        case(caseId: $caseId) {
          id
          caseId
          name
          type
          closed
          deleted
          properties
          serverModifiedOn
          modifiedBy
          modifiedByUser {
            userId
            displayName
          }
          ledgers {
            sectionId
            entryId
            product {
              productId
              name
            }
            balance
            modifiedOn
          }
          ...CaseFacts
          ...RelatedTab
        }
      }
    }
  `,
  [CaseFactsFragment, RelatedTabFragment],
)
