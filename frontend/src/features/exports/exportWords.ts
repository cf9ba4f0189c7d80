// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { ExportFormat, ExportSharing, ExportType } from './exportRow.ts'

export const formats: Record<ExportFormat, MessageKey> = {
  XLSX: 'exportFormat.xlsx',
  XLS: 'exportFormat.xls',
  CSV: 'exportFormat.csv',
  UNZIPPED_CSV: 'exportFormat.unzippedCsv',
  JSON_LINES: 'exportFormat.jsonLines',
  JSON: 'exportFormat.json',
  HTML: 'exportFormat.html',
  GEOJSON: 'exportFormat.geojson',
}

/** The formats of files of forms or cases; only cases are shown on maps. */
export const formatsOf = (type: ExportType) =>
  Object.entries(formats)
    .filter(([format]) => type === 'CASE' || format !== 'GEOJSON')
    .map(([value, key]) => ({ value, key }))

export const sharings: Record<ExportSharing, MessageKey> = {
  PRIVATE: 'exportSharing.private',
  EXPORT_ONLY: 'exportSharing.exportOnly',
  EDIT_AND_EXPORT: 'exportSharing.editAndExport',
}
