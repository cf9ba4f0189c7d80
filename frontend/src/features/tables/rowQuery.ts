// SPDX-License-Identifier: Apache-2.0
import { graphql } from '../../lib/graphql/graphql.ts'
import { RowFragment } from './rowValues.ts'
import { TableFragment } from './tableValues.ts'

/** A table with one of its rows; no row has an empty id. */
export const RowQuery = graphql(
  `
    query LookupRow($project: String!, $tag: String!, $rowId: String!) {
      project(name: $project) {
        id
        lookupTable(tag: $tag) {
          tableId
          ...LookupTableDefinition
        }
        lookupRow(rowId: $rowId) {
          rowId
          tableId
          ...LookupRowContent
        }
      }
    }
  `,
  [TableFragment, RowFragment],
)
