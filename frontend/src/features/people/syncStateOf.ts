// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Tone } from '../../ui/Status.tsx'

type Told = { completed: boolean; disagreedOn: string | null }

/** How a sync ended: a phone that found other cases on itself than the server thinks begins anew. */
export function syncStateOf({ completed, disagreedOn }: Told): { label: MessageKey; tone: Tone } {
  if (disagreedOn !== null) return { label: 'syncs.disagreed', tone: 'warn' }
  return completed
    ? { label: 'syncs.completed', tone: 'good' }
    : { label: 'syncs.cutShort', tone: 'warn' }
}
