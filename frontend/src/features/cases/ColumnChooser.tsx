// SPDX-License-Identifier: Apache-2.0
import { IconColumns } from '@tabler/icons-react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import classes from './ColumnChooser.module.css'

const ColumnChoices = laterPart(async () => (await import('./ColumnChoices.tsx')).ColumnChoices)

export type ColumnProps = {
  /** Properties that the cases of the page have. */
  known: string[]
  chosen: string[]
  onChoose: (properties: string[]) => void
}

/** Adds properties to the table as columns. */
export function ColumnChooser(props: ColumnProps) {
  const t = useT()
  return (
    <Disclosure
      label={t('columns.title')}
      side="end"
      className={classes['target']}
      button={
        <>
          <IconColumns size={16} aria-hidden />
          {t('columns.title')}
        </>
      }
    >
      {() => <ColumnChoices {...props} />}
    </Disclosure>
  )
}
