// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../../lib/graphql/graphql.ts'

export const UpdateCase = graphql(`
  mutation UpdateCase($input: UpdateCaseInput!) {
    updateCase(input: $input) {
      case {
        id
        name
        closed
        properties
      }
      userErrors {
        message
        field
      }
    }
  }
`)

// A change of a case is a form, and its history, the lists and the figures change with it.
export const touches = {
  additionalTypenames: ['Form', 'Case', 'CaseTransaction', 'ProjectActivity'],
}

/** What the page knows of the case that is edited. */
export type Edited = { caseId: string; name: string; closed: boolean; properties: unknown }
