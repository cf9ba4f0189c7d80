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
    odata
    rebuilding
    updatedAt
    builtAt
    fileSize
    mayEdit
    dailyPath
    feedPaths {
      label
      path
    }
  }
`)

export type ExportRow = ResultOf<typeof ExportRowFragment>
export type ExportType = ExportRow['type']
export type ExportFormat = ExportRow['format']
export type ExportSharing = ExportRow['sharing']

/** A file made when it is wanted, one that is kept, or none: programs read a feed. */
export type ExportKind = 'file' | 'daily' | 'feed'

export const kindOf = ({ daily, odata }: Pick<ExportRow, 'daily' | 'odata'>): ExportKind =>
  daily ? 'daily' : odata ? 'feed' : 'file'
