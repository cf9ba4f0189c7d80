// SPDX-License-Identifier: Apache-2.0
import classes from './Status.module.css'

export type Tone = 'good' | 'quiet' | 'warn' | 'bad'

/** A state in words, with a shape beside it, so that colour never speaks alone. */
export function Status({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={classes['status']} data-tone={tone}>
      <span className={classes['mark']} aria-hidden />
      {label}
    </span>
  )
}
