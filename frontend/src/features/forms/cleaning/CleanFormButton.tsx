// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { CleanForm } from './CleanForm.tsx'

/** Opens the texts of a form for correction. */
export function CleanFormButton({ formId }: { formId: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('cleanForm.action')}
      </Button>
      {open && <CleanForm formId={formId} onClose={() => setOpen(false)} />}
    </>
  )
}
