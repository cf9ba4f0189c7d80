// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useBulkAction } from '../../../ui/job/useBulkAction.ts'
import type { Selection } from '../../../ui/selection/useSelection.ts'
import { SelectionBar } from '../../../ui/selection/SelectionBar.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import type { recordFilterOf } from './recordFilterOf.ts'

const actions = {
  resend: 'RESEND_FORWARDING_RECORDS',
  cancel: 'CANCEL_FORWARDING_RECORDS',
  requeue: 'REQUEUE_FORWARDING_RECORDS',
} as const

type Props = {
  selection: Selection
  filter: ReturnType<typeof recordFilterOf>
  onJob: (jobId: string) => void
}

/** Does something to all that are chosen, be it a page or everything that fits the filters, as a job. */
export function RecordsInBulk({ selection, filter, onJob }: Props) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const start = useBulkAction((jobId) => {
    selection.clear()
    onJob(jobId)
  })
  const act = async (deed: keyof typeof actions) => {
    setBusy(true)
    const { everything, ids } = selection.selected
    const chosen = everything ? { forwardingRecords: filter } : { ids: [...ids] }
    const problems = await start({ action: actions[deed], ...chosen })
    setBusy(false)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
  }
  return (
    <SelectionBar selection={selection}>
      {(Object.keys(actions) as (keyof typeof actions)[]).map((deed) => (
        <Button
          key={deed}
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={() => void act(deed)}
        >
          {t(`records.${deed}`)}
        </Button>
      ))}
    </SelectionBar>
  )
}
