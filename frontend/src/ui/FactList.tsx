// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import classes from './FactList.module.css'

export type Fact = { label: string; value: ReactNode }

/** Names and values side by side; facts without a value are left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes['list']}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label} className={classes['fact']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
