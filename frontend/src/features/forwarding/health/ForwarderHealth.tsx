// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql, readFragment, type FragmentOf } from '../../../lib/graphql/graphql.ts'
import { useI18n } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { HourBars } from './HourBars.tsx'
import { agoOf, dayOf } from './healthFigures.ts'

export const HealthFragment = graphql(`
  fragment ForwarderHealth on Forwarder {
    id
    name
    counts {
      pending
      failed
    }
    health {
      oldestOpenAt
      hours {
        at
        attempts
        failed
        halfWithin
        mostWithin
      }
    }
  }
`)

/** Rate, latency, failures and age of the backlog of one forwarder; the titles say what is to be seen. */
export function ForwarderHealth({ forwarder }: { forwarder: FragmentOf<typeof HealthFragment> }) {
  const { t, locale } = useI18n()
  const format = useFormat()
  const { name: project } = useProject()
  const { id, name, counts, health } = readFragment(HealthFragment, forwarder)
  const { hours, oldestOpenAt } = health
  const day = dayOf(hours)
  const waiting = counts.pending + counts.failed
  const millis = (value: number) => t('requests.millis', { millis: format.number(value) })
  return (
    <Panel
      title={
        <TextLink to={inForwarding.records(project, { forwarder: id })} fw={600}>
          {name}
        </TextLink>
      }
    >
      <Stack gap="lg">
        <FactList
          facts={[
            {
              label: t('forwardingHealth.backlog'),
              value: oldestOpenAt
                ? t('forwardingHealth.backlog.age', {
                    count: waiting,
                    age: agoOf(locale, new Date(oldestOpenAt), new Date()),
                  })
                : t('forwardingHealth.backlog.none'),
            },
            { label: t('forwardingHealth.slowest'), value: day.slowest && millis(day.slowest) },
          ]}
        />
        <Group align="flex-start" gap="xl" className={classes['charts'] ?? ''}>
          <HourBars
            title={t('forwardingHealth.rate', { count: day.attempts })}
            bars={hours.map(({ at, attempts, failed }) => ({
              at,
              whole: attempts,
              part: failed,
              words: t('forwardingHealth.rate.hour', {
                time: format.time(at),
                count: attempts,
                failed,
              }),
            }))}
          >
            {day.failed > 0 && (
              <Text size="sm" className={classes['failed'] ?? ''}>
                {t('forwardingHealth.failed', { count: day.failed })}
              </Text>
            )}
          </HourBars>
          <HourBars
            title={
              day.usual === null
                ? t('forwardingHealth.latency.none')
                : t('forwardingHealth.latency', { millis: format.number(day.usual) })
            }
            bars={hours.map(({ at, halfWithin }) => ({
              at,
              whole: halfWithin ?? 0,
              part: 0,
              words: halfWithin
                ? t('forwardingHealth.latency.hour', {
                    time: format.time(at),
                    millis: format.number(halfWithin),
                  })
                : t('forwardingHealth.rate.hour', {
                    time: format.time(at),
                    count: 0,
                    failed: 0,
                  }),
            }))}
          />
        </Group>
      </Stack>
    </Panel>
  )
}
