// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { JobLine } from '../../ui/job/JobLine.tsx'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import type { Selection } from '../../ui/selection/useSelection.ts'
import { WorkbookMenu } from '../../ui/WorkbookMenu.tsx'
import { DeedDialog } from './DeedDialog.tsx'
import { deeds, selectionOf, type DeedName } from './deeds.ts'
import { useWorkerRights } from './useWorkerRights.ts'
import type { WorkerFilter } from '../../ui/worker/workerFilterOf.ts'

type Props = {
  selection: Selection
  filter: WorkerFilter
  /** Something was done to workers of the list. */
  onChanged: () => void
}

/** What can be done with the chosen workers, and how far it has come. */
export function WorkersInBulk({ selection, filter, onChanged }: Props) {
  const t = useT()
  const rights = useWorkerRights()
  const [asked, setAsked] = useState<DeedName | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const others: DeedName[] = [
    ...(rights.assignsPlaces ? (['assign'] as const) : []),
    'addToGroup',
    'removeFromGroup',
    'delete',
  ]
  const started = (id: string) => {
    setAsked(null)
    selection.clear()
    setJobId(id)
  }
  return (
    <>
      <SelectionBar selection={selection}>
        {(['deactivate', 'reactivate'] as const).map((name) => (
          <Button key={name} variant="default" onClick={() => setAsked(name)}>
            {t(deeds[name].label)}
          </Button>
        ))}
        <ActionMenu
          actions={others.map((name) => ({
            label: t(deeds[name].label),
            onClick: () => setAsked(name),
          }))}
        />
      </SelectionBar>
      {jobId && (
        <JobLine key={jobId} jobId={jobId} onOver={onChanged} onClose={() => setJobId(null)} />
      )}
      {asked && (
        <DeedDialog
          name={asked}
          selection={selectionOf(selection.selected, filter)}
          count={selection.count}
          onClose={() => setAsked(null)}
          onStarted={started}
        />
      )}
    </>
  )
}

/** The ways to the Excel workbook of the workers that the list shows, and back. */
export function WorkersMenu({ filters }: { filters: string }) {
  return <WorkbookMenu workbook="mobile-workers" filters={filters} />
}
