// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { mayBe, type RecordState } from './recordState.ts'
import { useRecordDeed, type Deed } from './useRecordDeed.ts'

type Props = { id: string; payloadId: string; state: RecordState; onDone: () => void }

/** Resend, and cancel or requeue, as the state lets. */
export function RecordDeeds({ id, payloadId, state, onDone }: Props) {
  const t = useT()
  const act = useRecordDeed(onDone)
  const may = mayBe(state)
  const button = (deed: Deed) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('records.deedOn', { deed: t(`records.${deed}`), payload: payloadId })}
      onClick={() => void act(deed, id)}
    >
      {t(`records.${deed}`)}
    </Button>
  )
  return (
    <Group gap="xs" wrap="nowrap">
      {button('resend')}
      {may.cancelled && button('cancel')}
      {may.requeued && button('requeue')}
    </Group>
  )
}
