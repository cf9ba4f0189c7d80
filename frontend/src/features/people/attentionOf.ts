// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'

export type Watched = {
  active: boolean
  createdAt: string
  lastSubmissionOn: string | null
  /** Undefined where the reader may not see them. */
  locations?: readonly unknown[] | undefined
  groups?: readonly { caseSharing: boolean }[] | undefined
}

const day = 24 * 60 * 60 * 1000
const quietAfter = 30 * day
const silentAfter = 7 * day

/**
 * What somebody should look into: a worker who went quiet or never began, who works nowhere although the project has
 * places, or who shares cases with two groups, of which forms can only use one.
 */
export function attentionOf(worker: Watched, now: number, hasPlaces: boolean): MessageKey[] {
  if (!worker.active) return []
  const found: MessageKey[] = []
  if (worker.lastSubmissionOn === null) {
    if (now - Date.parse(worker.createdAt) > silentAfter) found.push('attention.never')
  } else if (now - Date.parse(worker.lastSubmissionOn) > quietAfter) found.push('attention.quiet')
  if (hasPlaces && worker.locations?.length === 0) found.push('attention.noLocation')
  const sharing = worker.groups?.filter(({ caseSharing }) => caseSharing).length ?? 0
  if (sharing > 1) found.push('attention.twoSharing')
  return found
}
