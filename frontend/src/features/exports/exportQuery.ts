// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { ExportRowFragment } from './exportRow.ts'

/** All of an export but its tables. */
export const ExportQuery = graphql(
  `
    query Export($project: String!, $exportId: String!) {
      project(name: $project) {
        id
        export(exportId: $exportId) {
          ...ExportRow
          streamPath
          manner {
            splitMultiselects
            transformDates
            formatCells
            deidentified
            includeErrors
          }
          filter {
            dates {
              kind
              days
              from
              to
            }
            userIds
            groupIds
            locationIds
          }
        }
      }
    }
  `,
  [ExportRowFragment],
)

/** The headings that the data dictionary has for the properties of a case type. */
export const LabelsQuery = graphql(`
  query ExportLabels($project: String!, $identifier: String!) {
    project(name: $project) {
      id
      exportTables(type: CASE, identifier: $identifier, labelled: true) {
        path
        columns {
          path
          label
        }
      }
    }
  }
`)

/** The tables that an export has or can have. */
export const ExportTablesQuery = graphql(`
  query ExportTables(
    $project: String!
    $type: ExportType!
    $identifier: String!
    $exportId: String
  ) {
    project(name: $project) {
      id
      exportTables(type: $type, identifier: $identifier, exportId: $exportId) {
        path
        label
        selected
        columns {
          path
          label
          selected
          advanced
          sensitivity
          options
        }
      }
    }
  }
`)

type Project<Query> = Query extends { project: infer P } ? NonNullable<P> : never
export type ExportTable = Project<ResultOf<typeof ExportTablesQuery>>['exportTables'][number]
export type ExportColumn = ExportTable['columns'][number]
