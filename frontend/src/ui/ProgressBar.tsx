// SPDX-License-Identifier: Apache-2.0
import classes from './ProgressBar.module.css'

type Props = {
  /** What it is that goes on. */
  label: string
  /** From 0 to 100; null while nobody knows. */
  percent: number | null
  /** The same in words. */
  words: string
}

/** How far something has come, as a bar and in words. */
export function ProgressBar({ label, percent, words }: Props) {
  return (
    <div className={classes['progress']}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={words}
        className={classes['bar']}
      >
        <div style={{ width: `${percent ?? 0}%` }} />
      </div>
      <span className={classes['words']}>{words}</span>
    </div>
  )
}
