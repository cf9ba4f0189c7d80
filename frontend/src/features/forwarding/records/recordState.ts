// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import type { Tone } from '../../../ui/Status.tsx'

export type RecordState = ReturnType<typeof graphql.scalar<'ForwardingState'>>

/** States by the names that CommCare HQ's report gives them. */
export const recordStates: Record<RecordState, { label: MessageKey; tone: Tone }> = {
  PENDING: { label: 'recordState.pending', tone: 'quiet' },
  FAILED: { label: 'recordState.failed', tone: 'warn' },
  SUCCEEDED: { label: 'recordState.succeeded', tone: 'good' },
  CANCELLED: { label: 'recordState.cancelled', tone: 'bad' },
  EMPTY: { label: 'recordState.empty', tone: 'good' },
  INVALID: { label: 'recordState.invalid', tone: 'bad' },
}

/** What can be done to a record in a state, beside sending it now. */
export function mayBe(state: RecordState) {
  return {
    cancelled: state === 'PENDING' || state === 'FAILED',
    requeued: state === 'CANCELLED' || state === 'INVALID',
  }
}
