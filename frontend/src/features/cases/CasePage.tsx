// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Text } from '@mantine/core'
import { Suspense, useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { useLive } from '../../lib/live/useLive.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddressTabs, type AddressTab } from '../../ui/AddressTabs.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { FreshButton } from '../../ui/FreshButton.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { CaseQuery } from './caseQuery.ts'
import { CaseStatus } from './CaseStatus.tsx'
import { FormsTab } from './FormsTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { LedgersTab } from './LedgersTab.tsx'
import { PropertiesTab } from './PropertiesTab.tsx'
import { RelatedTab } from './RelatedTab.tsx'

const CaseActions = laterPart(async () => (await import('./editing/CaseActions.tsx')).CaseActions)
const PhonesTab = laterPart(async () => (await import('./phones/PhonesTab.tsx')).PhonesTab)

const ThisCaseChanged = graphql(`
  subscription CasePageChanged($project: String!) {
    caseChanged(project: $project) {
      id
      caseId
    }
  }
`)

export function CasePage() {
  const { caseId = '' } = useParams()
  return <CasePageOf key={caseId} caseId={caseId} />
}

function CasePageOf({ caseId }: { caseId: string }) {
  const { name: project } = useProject()
  const [changes, setChanges] = useState(0)
  /** Grows when the reader takes in changes, so that every part of the page is read again. */
  const [version, setVersion] = useState(0)
  const [{ data, error }, read] = useQuery({
    query: CaseQuery,
    variables: { project, caseId },
    requestPolicy: 'cache-and-network',
  })
  const bringIn = () => {
    setChanges(0)
    setVersion((current) => current + 1)
    read({ requestPolicy: 'network-only' })
  }
  useLive({
    query: ThisCaseChanged,
    variables: { project },
    onData: ({ caseChanged }) => {
      if (caseChanged.caseId === caseId) setChanges((count) => count + 1)
    },
    onReturn: bringIn,
  })
  const found = data?.project?.case
  if (found) {
    return (
      <LoadedCase
        case={found}
        version={version}
        actions={<FreshButton count={changes} onShow={bringIn} />}
      />
    )
  }
  if (error) return <QueryError error={error} onRetry={bringIn} />
  if (data) return <NotFoundPage what="case" back={paths.caseList(project)} />
  return <PageSkeleton />
}

type Found = NonNullable<NonNullable<ResultOf<typeof CaseQuery>['project']>['case']>
type Props = { case: Found; version: number; actions: ReactNode }

function LoadedCase({ case: found, version, actions }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const { caseId } = found
  const tabs: (AddressTab | false)[] = [
    {
      id: 'properties',
      label: t('case.tab.properties'),
      content: () => (
        <PropertiesTab key={version} caseId={caseId} facts={found} properties={found.properties} />
      ),
    },
    {
      id: 'history',
      label: t('case.tab.history'),
      content: () => <HistoryTab key={version} caseId={caseId} />,
    },
    {
      id: 'related',
      label: t('case.tab.related'),
      content: () => <RelatedTab case={found} name={found.name} />,
    },
    {
      id: 'forms',
      label: t('case.tab.forms'),
      content: () => <FormsTab key={version} caseId={caseId} />,
    },
    (may('view_commcare_users') || may('edit_commcare_users')) && {
      id: 'phones',
      label: t('case.tab.phones'),
      content: () => (
        <Suspense fallback={<Skeleton h={260} />}>
          <PhonesTab key={version} caseId={caseId} />
        </Suspense>
      ),
    },
    found.ledgers.length > 0 && {
      id: 'ledgers',
      label: t('case.tab.ledgers'),
      content: () => <LedgersTab ledgers={found.ledgers} />,
    },
  ]
  return (
    <Page
      title={found.name || t('case.unnamed')}
      parent={
        <>
          <TextLink to={paths.caseList(project)}>{t('caseList.title')}</TextLink>
          {' / '}
          <TextLink to={`${paths.caseList(project)}?type=${encodeURIComponent(found.type)}`}>
            {found.type}
          </TextLink>
        </>
      }
      beside={<CaseStatus closed={found.closed} deleted={found.deleted} />}
      purpose={
        <Text component="div">
          {t.rich('case.purpose', {
            name: (
              <PersonName key="name" user={found.modifiedByUser} otherwise={found.modifiedBy} />
            ),
            when: <When key="when" at={found.serverModifiedOn} />,
          })}
        </Text>
      }
      actions={
        <>
          {actions}
          {may('edit_data') && !found.deleted && (
            <Suspense>
              <CaseActions case={found} />
            </Suspense>
          )}
          <CopyText value={caseId} label={t('case.copyId')} variant="default" />
        </>
      }
    >
      <AddressTabs label={t('case.tabs')} tabs={tabs.filter((tab) => tab !== false)} />
    </Page>
  )
}
