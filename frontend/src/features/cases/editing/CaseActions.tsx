// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { CloseCase } from './CloseCase.tsx'
import { EditCase } from './EditCase.tsx'
import { ReopenCase } from './ReopenCase.tsx'
import type { Edited } from './updateCase.ts'
import { useRebuild } from './useRebuild.ts'

/** Edits a case, closes it or undoes that, and rebuilds it. */
export function CaseActions({ case: edited }: { case: Edited }) {
  const t = useT()
  const [asked, setAsked] = useState<'edit' | 'close' | 'reopen' | null>(null)
  const rebuild = useRebuild(edited.caseId)
  const close = { label: t('closeCase.action'), onClick: () => setAsked('close') }
  const reopen = { label: t('reopenCase.action'), onClick: () => setAsked('reopen') }
  return (
    <>
      <ActionMenu
        actions={[
          { label: t('editCase.action'), onClick: () => setAsked('edit') },
          edited.closed ? reopen : close,
          { label: t('rebuildCase.action'), onClick: () => void rebuild() },
        ]}
      />
      {asked === 'edit' && <EditCase case={edited} onClose={() => setAsked(null)} />}
      {asked === 'close' && <CloseCase case={edited} onClose={() => setAsked(null)} />}
      {asked === 'reopen' && <ReopenCase case={edited} onClose={() => setAsked(null)} />}
    </>
  )
}
