// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router'
import { useFormat } from '../../lib/format/useFormat.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import classes from './FormsPerDayChart.module.css'
import { usualDay } from './usualDay.ts'

type Day = { day: string; count: number }

const height = 150
const slot = 48
const barWidth = 28

/** One bar a day, each leading to the forms of its day; a line marks the usual day. */
export function FormsPerDayChart({ days, linked }: { days: Day[]; linked: boolean }) {
  const t = useT()
  const format = useFormat()
  const { name } = useProject()
  const highest = Math.max(1, ...days.map(({ count }) => count))
  const y = (count: number) => height - Math.round((count / highest) * (height - 22))
  const usual = usualDay(days)
  const label = ({ day, count }: Day) => t('dashboard.bar', { day: format.day(day), count })
  return (
    <div className={classes['chart']}>
      <svg
        viewBox={`0 0 ${days.length * slot} ${height + 26}`}
        role={linked ? 'group' : 'img'}
        aria-label={linked ? t('dashboard.chartLabel') : days.map(label).join(', ')}
      >
        {usual > 0 && (
          <line
            className={classes['usual']}
            x1={0}
            x2={days.length * slot}
            y1={y(usual)}
            y2={y(usual)}
          />
        )}
        {days.map((each, index) => {
          const bar = (
            <Bar
              x={index * slot}
              y={y(each.count)}
              count={format.number(each.count)}
              weekday={format.weekday(each.day)}
              isToday={index === days.length - 1}
              title={label(each)}
            />
          )
          return linked ? (
            <Link
              key={each.day}
              to={`${paths.submitHistory(name)}?from=${each.day}&to=${each.day}`}
              className={classes['link'] ?? ''}
            >
              {bar}
            </Link>
          ) : (
            <g key={each.day}>{bar}</g>
          )
        })}
      </svg>
      {usual > 0 && <p className={classes['legend']}>{t('dashboard.usualLine')}</p>}
    </div>
  )
}

type BarProps = {
  x: number
  y: number
  count: string
  weekday: string
  isToday: boolean
  title: string
}

function Bar({ x, y, count, weekday, isToday, title }: BarProps) {
  const middle = x + slot / 2
  return (
    <>
      <title>{title}</title>
      <rect className={classes['hit']} x={x} y={0} width={slot} height={height + 26} rx={6} />
      <rect
        className={classes['bar']}
        data-today={isToday || undefined}
        x={middle - barWidth / 2}
        y={Math.min(y, height - 2)}
        width={barWidth}
        height={Math.max(2, height - y)}
        rx={3}
      />
      <text aria-hidden className={classes['count']} x={middle} y={y - 6}>
        {count}
      </text>
      <text aria-hidden className={classes['weekday']} x={middle} y={height + 18}>
        {weekday}
      </text>
    </>
  )
}
