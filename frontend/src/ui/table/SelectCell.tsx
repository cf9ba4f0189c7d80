// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Selection } from '../selection/useSelection.ts'
import classes from './DataTable.module.css'

/** Chooses a row. */
export function SelectCell({
  selection,
  id,
  name,
}: {
  selection: Selection
  id: string
  name: string
}) {
  const t = useT()
  return (
    <td role="cell" className={classes['select']}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={t('selection.row', { name })}
        checked={selection.has(id)}
        onChange={() => selection.toggle(id)}
      />
    </td>
  )
}

/** Chooses all rows of the page. */
export function SelectPageCell({ selection }: { selection: Selection }) {
  const t = useT()
  const some = selection.pageState === 'some'
  return (
    <th scope="col" role="columnheader" className={classes['select']}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={t('selection.page')}
        checked={selection.pageState === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = some
        }}
        onChange={selection.togglePage}
      />
    </th>
  )
}
