// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Tone } from '../Status.tsx'

export type Attention = ReturnType<typeof graphql.scalar<'DeviceAttention'>>

/** Why a device needs somebody, the most pressing reason first. */
export const attentions: Record<Attention, { label: MessageKey; tone: Tone }> = {
  QUARANTINED_FORMS: { label: 'deviceAttention.quarantined', tone: 'bad' },
  UNSENT_FORMS: { label: 'deviceAttention.unsent', tone: 'warn' },
  SYNC_OVERDUE: { label: 'deviceAttention.syncOverdue', tone: 'warn' },
  SILENT: { label: 'deviceAttention.silent', tone: 'warn' },
  CLOCK_WRONG: { label: 'deviceAttention.clockWrong', tone: 'warn' },
}

export const reasons = Object.keys(attentions) as Attention[]

/** The reasons that the address asks for: one of them, all of them for `any`, none for all devices. */
export function reasonsOf(asked: string | null): Attention[] {
  if (asked === 'any') return reasons
  return reasons.filter((reason) => reason === asked)
}

/** In the order of how pressing they are. */
export function inOrder(found: readonly Attention[]): Attention[] {
  return reasons.filter((reason) => found.includes(reason))
}
