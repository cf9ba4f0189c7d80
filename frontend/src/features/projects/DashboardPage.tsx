// SPDX-License-Identifier: Apache-2.0
import { useThrottledCallback } from '@mantine/hooks'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useLive } from '../../lib/live/useLive.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { ActivityFigures, ActivityFiguresFragment } from './ActivityFigures.tsx'
import { FormsPerDayChart } from './FormsPerDayChart.tsx'
import { usualDay } from './usualDay.ts'

const DashboardQuery = graphql(
  `
    query Dashboard($name: String!) {
      project(name: $name) {
        id
        activity(days: 14) {
          ...ActivityFigures
          formsToday
          lastFormReceivedOn
          formsPerDay {
            day
            count
          }
        }
      }
    }
  `,
  [ActivityFiguresFragment],
)

const FormArrived = graphql(`
  subscription DashboardFormArrived($project: String!) {
    formChanged(project: $project) {
      id
    }
  }
`)

/** Is the programme working today? */
export function DashboardPage() {
  const t = useT()
  const { timeZone, name, may } = useProject()
  const format = useFormat()
  const [{ data, error }, read] = useQuery({
    query: DashboardQuery,
    variables: { name },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = useThrottledCallback(() => read({ requestPolicy: 'network-only' }), 3000)
  useLive({
    query: FormArrived,
    variables: { project: name },
    onData: readAgain,
    onReturn: readAgain,
  })
  if (!data && !error) return <PageSkeleton />
  const activity = data?.project?.activity
  const linked = may('view_reports') || may('edit_data')
  return (
    <Page
      title={t('dashboard.title')}
      purpose={t('dashboard.purpose', { zone: timeZone.replaceAll('_', ' ') })}
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {activity && !activity.lastFormReceivedOn && (
        <Panel>
          <EmptyState title={t('dashboard.empty.title')} hint={t('dashboard.empty.hint')} />
        </Panel>
      )}
      {activity?.lastFormReceivedOn && (
        <>
          <ActivityFigures activity={activity} linked={linked} />
          <Panel
            title={t('dashboard.chart', {
              count: activity.formsToday,
              usual: format.number(usualDay(activity.formsPerDay)),
            })}
          >
            <FormsPerDayChart days={activity.formsPerDay} linked={linked} />
          </Panel>
        </>
      )}
    </Page>
  )
}
