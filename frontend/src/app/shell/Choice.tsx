// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react'
import classes from './AccountMenu.module.css'

type Option<Value> = { value: Value; label: string; lang?: string }

type Props<Value> = {
  legend: string
  options: Option<Value>[]
  value: Value
  onChoose: (value: Value) => void
}

/** One of a few, shown side by side. */
export function Choice<Value extends string>({ legend, options, value, onChoose }: Props<Value>) {
  const group = useId()
  return (
    <fieldset className={classes['choice']}>
      <legend>{legend}</legend>
      <div className={classes['options']}>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={group}
              className="visuallyHidden"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
