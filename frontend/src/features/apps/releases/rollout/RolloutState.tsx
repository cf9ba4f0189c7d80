// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../../lib/i18n/languages.ts'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { Status, type Tone } from '../../../../ui/Status.tsx'
import type { OpenRollout } from './rolloutDocuments.ts'

const looks: Record<OpenRollout['state'], { tone: Tone; label: MessageKey }> = {
  RUNNING: { tone: 'good', label: 'rollout.running' },
  PAUSED: { tone: 'warn', label: 'rollout.paused' },
  HALTED: { tone: 'bad', label: 'rollout.halted' },
  COMPLETED: { tone: 'quiet', label: 'rollout.completed' },
  ROLLED_BACK: { tone: 'quiet', label: 'rollout.rolledBack' },
}

/** Where a rollout stands. */
export function RolloutState({ state }: { state: OpenRollout['state'] }) {
  const t = useT()
  const { tone, label } = looks[state]
  return <Status tone={tone} label={t(label)} />
}
