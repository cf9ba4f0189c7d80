// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { JobLine } from '../../ui/job/JobLine.tsx'
import { useBulkAction } from '../../ui/job/useBulkAction.ts'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import type { Selection } from '../../ui/selection/useSelection.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

type Props = { tableId: string; selection: Selection; onChanged: () => void }

/** Deletes the chosen rows of a table, after their number was typed. */
export function RowsInBulk({ tableId, selection, onChanged }: Props) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  const { selected, count } = selection
  const act = useBulkAction((id) => {
    setAsking(false)
    selection.clear()
    setJobId(id)
  })
  return (
    <>
      <SelectionBar selection={selection}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('deleteRows.action')}
        </Button>
      </SelectionBar>
      {jobId && (
        <JobLine key={jobId} jobId={jobId} onOver={onChanged} onClose={() => setJobId(null)} />
      )}
      {asking && (
        <TypedConfirm
          title={t('deleteRows.title', { count })}
          text={t('deleteRows.text')}
          name={String(count)}
          confirmLabel={t('deleteRows.action')}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            act({
              action: 'DELETE_LOOKUP_ROWS',
              ...(selected.everything ? { lookupTableId: tableId } : { ids: [...selected.ids] }),
            })
          }
        />
      )}
    </>
  )
}
