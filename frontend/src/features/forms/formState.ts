// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Tone } from '../../ui/Status.tsx'
import type { graphql } from '../../lib/graphql/graphql.ts'

export type FormState = ReturnType<typeof graphql.scalar<'FormState'>>

/** The names and colours of the states a form can be in, in the order of the filter. */
export const formStates: Record<FormState, { label: MessageKey; tone: Tone }> = {
  NORMAL: { label: 'formState.normal', tone: 'good' },
  ARCHIVED: { label: 'formState.archived', tone: 'warn' },
  ERROR: { label: 'formState.error', tone: 'bad' },
  DUPLICATE: { label: 'formState.duplicate', tone: 'quiet' },
  DEPRECATED: { label: 'formState.deprecated', tone: 'quiet' },
  SUBMISSION_ERROR_LOG: { label: 'formState.submissionErrorLog', tone: 'bad' },
}

export function isFormState(value: string | null): value is FormState {
  return value !== null && value in formStates
}
