// SPDX-License-Identifier: Apache-2.0
import { IconColumns } from '@tabler/icons-react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { Disclosure } from '../Disclosure.tsx'
import classes from './ColumnMenu.module.css'
import type { ColumnChoice } from './useColumns.ts'

const ColumnBoxes = laterPart(async () => (await import('./ColumnBoxes.tsx')).ColumnBoxes)

/** Shows and hides the columns of a table. */
export function ColumnMenu({ choices }: { choices: ColumnChoice[] }) {
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
      {() => <ColumnBoxes choices={choices} />}
    </Disclosure>
  )
}
