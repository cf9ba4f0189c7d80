// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { AdminsPanel } from './AdminsPanel.tsx'
import { DomainsPanel } from './DomainsPanel.tsx'
import { EnterpriseQuery } from './enterpriseQuery.ts'
import { EventsPanel } from './EventsPanel.tsx'
import { InheritancePanel } from './InheritancePanel.tsx'
import { ProjectsPanel } from './ProjectsPanel.tsx'
import { ProvidersPanel } from './ProvidersPanel.tsx'

/** One organisation, for those who administer it. */
export function EnterprisePage() {
  const t = useT()
  const { enterpriseId: id = '' } = useParams()
  const paging = usePaging(20)
  const [{ data, error }, read] = useQuery({
    query: EnterpriseQuery,
    variables: { id, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (!data) return <PageSkeleton />
  const { enterprise } = data.me
  if (!enterprise) {
    return (
      <Page title={t('enterprise.title')}>
        <EmptyState title={t('enterprise.gone')} hint={t('enterprise.none.hint')} />
      </Page>
    )
  }
  const parts = { enterprise, onChanged: readAgain }
  return (
    <Page title={enterprise.name} purpose={t('enterprise.page.purpose')}>
      <ProvidersPanel {...parts} />
      <DomainsPanel {...parts} />
      <ProjectsPanel {...parts} />
      {enterprise.projects.length > 1 && (
        <InheritancePanel
          key={`${enterprise.source ?? ''} ${enterprise.projects.length}`}
          {...parts}
        />
      )}
      <AdminsPanel {...parts} />
      <EventsPanel events={enterprise.events} paging={paging} />
    </Page>
  )
}
