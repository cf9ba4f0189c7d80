// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import type { ExportKind, ExportType } from './exportRow.ts'

/** The list that an export stands in. */
export function listOf(
  project: string,
  type: ExportType,
  kind: ExportKind,
): { path: string; title: MessageKey } {
  if (kind === 'daily') return { path: paths.dailyExports(project), title: 'dailyExports.title' }
  if (kind === 'feed') return { path: paths.feeds(project), title: 'feeds.title' }
  return type === 'FORM'
    ? { path: paths.formExports(project), title: 'exportForms.title' }
    : { path: paths.caseExports(project), title: 'exportCases.title' }
}
