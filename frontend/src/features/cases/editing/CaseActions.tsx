// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { CloseCase } from './CloseCase.tsx'
import { EditCase } from './EditCase.tsx'
import type { Edited } from './updateCase.ts'

/** Edits a case or closes it. */
export function CaseActions({ case: edited }: { case: Edited }) {
  const t = useT()
  const [asked, setAsked] = useState<'edit' | 'close' | null>(null)
  const close = { label: t('closeCase.action'), onClick: () => setAsked('close') }
  return (
    <>
      <ActionMenu
        actions={[
          { label: t('editCase.action'), onClick: () => setAsked('edit') },
          ...(edited.closed ? [] : [close]),
        ]}
      />
      {asked === 'edit' && <EditCase case={edited} onClose={() => setAsked(null)} />}
      {asked === 'close' && <CloseCase case={edited} onClose={() => setAsked(null)} />}
    </>
  )
}
