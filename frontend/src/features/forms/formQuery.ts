// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'
import { ArchiveButtonFragment } from './ArchiveButton.tsx'
import { AttachmentsTabFragment } from './AttachmentsTab.tsx'
import { CaseChangesTabFragment } from './CaseChangesTab.tsx'
import { FormHistoryTabFragment } from './FormHistoryTab.tsx'
import { MetadataTabFragment } from './MetadataTab.tsx'
import { QuestionTreeFragment } from './QuestionTree.tsx'

export const FormQuery = graphql(
  `
    query Form($project: String!, $formId: String!) {
      project(name: $project) {
        id
        form(formId: $formId) {
          id
          formId
          name
          xmlns
          state
          problem
          originalFormId
          deprecatedFormId
          edited
          receivedOn
          username
          user {
            userId
            displayName
          }
          attachments {
            name
          }
          questions {
            ...QuestionTree
          }
          ...ArchiveButton
          ...AttachmentsTab
          ...CaseChangesTab
          ...FormHistoryTab
          ...MetadataTab
        }
      }
    }
  `,
  [
    ArchiveButtonFragment,
    AttachmentsTabFragment,
    CaseChangesTabFragment,
    FormHistoryTabFragment,
    MetadataTabFragment,
    QuestionTreeFragment,
  ],
)
