// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './HourBars.module.css'

type Bar = { at: string; whole: number; part: number; words: string }

type Props = {
  /** What is to be seen. */
  title: string
  bars: Bar[]
  children?: ReactNode
}

const height = 56
const slot = 12
const width = 8

/** One bar an hour; a part of it can stand out. */
export function HourBars({ title, bars, children }: Props) {
  const highest = Math.max(1, ...bars.map(({ whole }) => whole))
  const tall = (value: number) => (value === 0 ? 0 : Math.max(2, (value / highest) * height))
  const said = bars.filter(({ whole }) => whole > 0).map(({ words }) => words)
  return (
    <figure className={classes['figure']}>
      <figcaption>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        {children}
      </figcaption>
      <svg
        viewBox={`0 0 ${bars.length * slot} ${height + 1}`}
        role="img"
        aria-label={[title, ...said].join('. ')}
      >
        <line
          className={classes['ground']}
          x1={0}
          x2={bars.length * slot}
          y1={height}
          y2={height}
        />
        {bars.map(({ at, whole, part, words }, index) => (
          <g key={at}>
            <title>{words}</title>
            <rect className={classes['hit']} x={index * slot} y={0} width={slot} height={height} />
            <rect
              className={classes['whole']}
              x={index * slot + 2}
              y={height - tall(whole)}
              width={width}
              height={tall(whole)}
            />
            <rect
              className={classes['part']}
              x={index * slot + 2}
              y={height - tall(part)}
              width={width}
              height={tall(part)}
            />
          </g>
        ))}
      </svg>
    </figure>
  )
}
