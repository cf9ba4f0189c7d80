// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

/** What a list tells of an export. */
export const ExportRowFragment = graphql(`
  fragment ExportRow on Export {
    id
    exportId
    type
    identifier
    name
    description
    format
    sharing
    owner {
      userId
      displayName
    }
    daily
    rebuilding
    updatedAt
    builtAt
    fileSize
    mayEdit
    dailyPath
  }
`)

export type ExportRow = ResultOf<typeof ExportRowFragment>
export type ExportType = ExportRow['type']
export type ExportFormat = ExportRow['format']
export type ExportSharing = ExportRow['sharing']
