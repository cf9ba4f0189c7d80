// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Disclosure } from '../Disclosure.tsx'
import classes from './ColumnMenu.module.css'
import type { ColumnChoice } from './useColumns.ts'

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
      {() => (
        <Stack gap={10} p="md">
          {choices.map(({ id, header, shown, toggle }) => (
            <Checkbox key={id} label={header} checked={shown} onChange={toggle} />
          ))}
        </Stack>
      )}
    </Disclosure>
  )
}
