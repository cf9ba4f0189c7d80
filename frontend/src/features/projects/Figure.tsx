// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router'
import classes from './ActivityFigures.module.css'

type Props = { label: string; value: string; note: string; to: string | null }

/** One number with its name; leads to the rows behind it. */
export function Figure({ label, value, note, to }: Props) {
  const content = (
    <>
      <span className={classes['label']}>{label}</span>
      <span className={classes['value']}>{value}</span>
      <span className={classes['note']}>{note}</span>
    </>
  )
  return (
    <li>
      {to ? (
        <Link to={to} className={classes['figure']}>
          {content}
        </Link>
      ) : (
        <div className={classes['figure']}>{content}</div>
      )}
    </li>
  )
}
