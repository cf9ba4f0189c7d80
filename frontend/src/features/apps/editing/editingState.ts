// SPDX-License-Identifier: Apache-2.0
import { historyOf, type History } from '../xform/history.ts'
import type { UnreadableForm } from '../xform/UnreadableForm.ts'
import type { Draft } from './draft.ts'

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

export type EditingState = {
  readonly history: History<Draft>
  readonly saved: Draft
  readonly version: number
  readonly digests: Readonly<Record<string, string>>
  /** Sources that are no tree of questions. */
  readonly unreadable: Readonly<Record<string, { problem: UnreadableForm; source: string }>>
  readonly saving: Saving
  readonly message: string | null
  /** Why the questions of a form could not be read. */
  readonly unread: Readonly<Record<string, string>>
}

/** What the server has, before anything was done to it here. */
export function untouched(draft: Draft, version: number): EditingState {
  return {
    history: historyOf(draft),
    saved: draft,
    version,
    digests: {},
    unreadable: {},
    saving: 'saved',
    message: null,
    unread: {},
  }
}
