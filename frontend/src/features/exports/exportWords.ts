// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { ExportFormat, ExportSharing } from './exportRow.ts'

export const formats: Record<ExportFormat, MessageKey> = {
  XLSX: 'exportFormat.xlsx',
  XLS: 'exportFormat.xls',
  CSV: 'exportFormat.csv',
  UNZIPPED_CSV: 'exportFormat.unzippedCsv',
  JSON_LINES: 'exportFormat.jsonLines',
  JSON: 'exportFormat.json',
  HTML: 'exportFormat.html',
}

export const sharings: Record<ExportSharing, MessageKey> = {
  PRIVATE: 'exportSharing.private',
  EXPORT_ONLY: 'exportSharing.exportOnly',
  EDIT_AND_EXPORT: 'exportSharing.editAndExport',
}
