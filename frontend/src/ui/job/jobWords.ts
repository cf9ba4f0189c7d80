// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import type { Tone } from '../Status.tsx'
import type { JobNow } from './jobNow.ts'

const kinds: Record<JobNow['kind'], MessageKey> = {
  MOBILE_WORKERS_UPLOAD: 'jobKind.workersUpload',
  MOBILE_WORKERS_DOWNLOAD: 'jobKind.workersDownload',
  MOBILE_WORKERS_ACTION: 'jobKind.workersAction',
  WEB_USERS_UPLOAD: 'jobKind.webUsersUpload',
  WEB_USERS_DOWNLOAD: 'jobKind.webUsersDownload',
  GROUPS_UPLOAD: 'jobKind.groupsUpload',
  GROUPS_DOWNLOAD: 'jobKind.groupsDownload',
  LOCATIONS_UPLOAD: 'jobKind.locationsUpload',
  LOCATIONS_DOWNLOAD: 'jobKind.locationsDownload',
  LOCATIONS_ACTION: 'jobKind.archiveLocations',
  LOOKUP_TABLES_UPLOAD: 'jobKind.tablesUpload',
  LOOKUP_TABLES_DOWNLOAD: 'jobKind.tablesDownload',
  LOOKUP_ROWS_ACTION: 'jobKind.deleteRows',
  CASE_IMPORT: 'jobKind.caseImport',
  FORMS_DOWNLOAD: 'jobKind.formsDownload',
  CASES_DOWNLOAD: 'jobKind.casesDownload',
  EXPORTS_DOWNLOAD: 'jobKind.exportsDownload',
  FORMS_ACTION: 'jobKind.archiveForms',
  CASES_ACTION: 'jobKind.editCases',
  FORWARDING_ACTION: 'jobKind.resendRecords',
  FORWARDING_REPLAY: 'jobKind.replay',
}

const actions: Record<NonNullable<JobNow['action']>, MessageKey> = {
  ACTIVATE_MOBILE_WORKERS: 'jobKind.reactivate',
  DEACTIVATE_MOBILE_WORKERS: 'jobKind.deactivate',
  DELETE_MOBILE_WORKERS: 'jobKind.deleteWorkers',
  ASSIGN_MOBILE_WORKERS_TO_LOCATION: 'jobKind.assign',
  ADD_MOBILE_WORKERS_TO_GROUP: 'jobKind.addToGroup',
  REMOVE_MOBILE_WORKERS_FROM_GROUP: 'jobKind.removeFromGroup',
  ARCHIVE_LOCATIONS: 'jobKind.archiveLocations',
  DELETE_LOOKUP_ROWS: 'jobKind.deleteRows',
  ARCHIVE_FORMS: 'jobKind.archiveForms',
  UNARCHIVE_FORMS: 'jobKind.unarchiveForms',
  REASSIGN_CASES: 'jobKind.reassignCases',
  CLOSE_CASES: 'jobKind.closeCases',
  EDIT_CASES: 'jobKind.editCases',
  RESEND_FORWARDING_RECORDS: 'jobKind.resendRecords',
  CANCEL_FORWARDING_RECORDS: 'jobKind.cancelRecords',
  REQUEUE_FORWARDING_RECORDS: 'jobKind.requeueRecords',
}

/** What a job does, in a few words. */
export function titleOf({ kind, action }: Pick<JobNow, 'kind' | 'action'>): MessageKey {
  return action ? actions[action] : kinds[kind]
}

type Standing = Pick<JobNow, 'state' | 'cancelling' | 'failed'>

/** How a job stands, in one word. */
export function standingOf({ state, cancelling, failed }: Standing): {
  label: MessageKey
  tone: Tone
} {
  switch (state) {
    case 'QUEUED':
      return { label: 'jobState.queued', tone: 'quiet' }
    case 'RUNNING':
      return { label: cancelling ? 'jobState.cancelling' : 'jobState.running', tone: 'quiet' }
    case 'DONE':
      return failed > 0
        ? { label: 'jobState.doneWithErrors', tone: 'warn' }
        : { label: 'jobState.done', tone: 'good' }
    case 'FAILED':
      return { label: 'jobState.failed', tone: 'bad' }
    case 'CANCELLED':
      return { label: 'jobState.cancelled', tone: 'quiet' }
  }
}

/** What came of a job so far, in one line: only what there is any of. */
export function outcomeOf(t: Translator, job: JobNow): string {
  const { kind, done, created, updated, unchanged, deleted, failed } = job
  if (kind.endsWith('_DOWNLOAD')) return t('jobOutcome.written', { count: done })
  const parts: [MessageKey, number][] = [
    ['jobOutcome.created', created],
    ['jobOutcome.updated', updated],
    ['jobOutcome.deleted', deleted],
    ['jobOutcome.unchanged', unchanged],
    ['jobOutcome.failed', failed],
  ]
  const said = parts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }))
  return said.join(', ') || t('jobOutcome.nothing')
}

export type RowError = { sheet: string; row: number; column: string | null; subject: string }

/** Where a row with an error is: in the workbook, or in a selection by what it is about. */
export function placeOf(t: Translator, { sheet, row, column, subject }: RowError): string {
  if (!sheet) return subject
  return column ? t('jobError.cell', { sheet, row, column }) : t('jobError.row', { sheet, row })
}
