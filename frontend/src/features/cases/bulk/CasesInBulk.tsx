// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { JobLine } from '../../../ui/job/JobLine.tsx'
import { useBulkAction } from '../../../ui/job/useBulkAction.ts'
import { SelectionBar } from '../../../ui/selection/SelectionBar.tsx'
import type { Selection } from '../../../ui/selection/useSelection.ts'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import type { CaseFilter } from '../caseFilterOf.ts'
import { EditCases } from './EditCases.tsx'
import { ReassignCases } from './ReassignCases.tsx'

type Props = {
  selection: Selection
  filter: CaseFilter
  /** Properties that cases of the page have. */
  known: readonly string[]
  /** Something was done to cases of the list. */
  onChanged: () => void
}

/** What can be done with the chosen cases, and how far it has come. */
export function CasesInBulk({ selection, filter, known, onChanged }: Props) {
  const t = useT()
  const [asked, setAsked] = useState<'reassign' | 'close' | 'edit' | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const act = useBulkAction((id) => {
    setAsked(null)
    selection.clear()
    setJobId(id)
  })
  const { count } = selection
  const { everything, ids } = selection.selected
  const chosen = everything ? { cases: filter } : { ids: [...ids] }
  const close = () => setAsked(null)
  return (
    <>
      <SelectionBar selection={selection}>
        <Button variant="default" onClick={() => setAsked('reassign')}>
          {t('casesInBulk.reassign')}
        </Button>
        <Button variant="default" onClick={() => setAsked('edit')}>
          {t('casesInBulk.edit')}
        </Button>
        <Button variant="default" onClick={() => setAsked('close')}>
          {t('casesInBulk.close')}
        </Button>
      </SelectionBar>
      {jobId && (
        <JobLine key={jobId} jobId={jobId} onOver={onChanged} onClose={() => setJobId(null)} />
      )}
      {asked === 'reassign' && (
        <ReassignCases
          count={count}
          onReassign={(ownerId) => act({ action: 'REASSIGN_CASES', ...chosen, ownerId })}
          onClose={close}
        />
      )}
      {asked === 'edit' && (
        <EditCases
          count={count}
          known={known}
          onEdit={(caseProperties) => act({ action: 'EDIT_CASES', ...chosen, caseProperties })}
          onClose={close}
        />
      )}
      {asked === 'close' && (
        <TypedConfirm
          title={t('casesInBulk.close.title', { count })}
          text={t('casesInBulk.close.text')}
          name={String(count)}
          confirmLabel={t('casesInBulk.close')}
          onClose={close}
          onConfirm={() => act({ action: 'CLOSE_CASES', ...chosen })}
        />
      )}
    </>
  )
}
