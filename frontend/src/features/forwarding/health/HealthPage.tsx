// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { usePolling } from '../../../lib/live/usePolling.ts'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { ForwarderHealth, HealthFragment } from './ForwarderHealth.tsx'

const HealthQuery = graphql(
  `
    query ForwardingHealth($project: String!) {
      project(name: $project) {
        id
        forwarders {
          id
          ...ForwarderHealth
        }
      }
    }
  `,
  [HealthFragment],
)

/** How each forwarder fared in the last day. */
export function HealthPage() {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, execute] = useQuery({
    query: HealthQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  usePolling({ read, active: true, everyMillis: 30_000 })
  if (!data && !error) return <PageSkeleton />
  const forwarders = data?.project?.forwarders ?? []
  return (
    <Page
      title={t('forwardingHealth.title')}
      purpose={t('forwardingHealth.purpose')}
      parent={<TextLink to={paths.forwarding(project)}>{t('forwarding.title')}</TextLink>}
    >
      {error && <QueryError error={error} onRetry={read} />}
      {data && forwarders.length === 0 && (
        <Panel>
          <EmptyState
            title={t('forwardingHealth.none.title')}
            hint={t('forwardingHealth.none.hint')}
          />
        </Panel>
      )}
      {forwarders.map((forwarder) => (
        <ForwarderHealth key={forwarder.id} forwarder={forwarder} />
      ))}
    </Page>
  )
}
