// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { AddressTabs } from '../../../ui/AddressTabs.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { useFilters } from '../../../ui/table/useFilters.ts'
import { usePaging } from '../../../ui/table/usePaging.ts'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import { languagesOf, type AppDocument } from '../document/appDocument.ts'
import { MakeVersion } from './MakeVersion.tsx'
import { PinsPanel } from './pins/PinsPanel.tsx'
import { ProfilesPanel } from './ProfilesPanel.tsx'
import { RolloutPanel } from './rollout/RolloutPanel.tsx'
import { RunningPanel } from './RunningPanel.tsx'
import { VersionActions } from './VersionActions.tsx'

const ReleasesQuery = graphql(`
  query AppReleases(
    $project: String!
    $appId: String!
    $first: Int!
    $after: String
    $releasedOnly: Boolean!
  ) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        name
        version
        deleted
        document
        running {
          appVersion
          devices
        }
        versions(first: $first, after: $after, releasedOnly: $releasedOnly) {
          nodes {
            buildId
            number
            comment
            builtAt
            released
            releasedAt
            installCode
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`)

type App = NonNullable<NonNullable<ResultOf<typeof ReleasesQuery>['project']>['app']>
type Kept = Record<string, { name?: string }>
export type Version = App['versions']['nodes'][number]

/** The versions of an application: made, tried, given to phones. */
export function ReleasesPage() {
  const t = useT()
  const { appId = '' } = useParams()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const filters = useFilters()
  const releasedOnly = filters.get('released') === 'yes'
  const [making, setMaking] = useState(false)
  const [{ data, error, fetching }, execute] = useQuery({
    query: ReleasesQuery,
    variables: { project, appId, first: paging.size, after: paging.after, releasedOnly },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const app = data?.project?.app
  if (error && !app) return <QueryError error={error} onRetry={readAgain} />
  if (!app && fetching) return <PageSkeleton />
  if (!app || app.deleted) return <NotFoundPage what="app" back={paths.apps(project)} />
  const { versions } = app
  const { build_profiles: kept = {} } = app.document as { build_profiles?: Kept }
  const languages = languagesOf(app.document as AppDocument)
  const profiles = Object.entries(kept).map(([id, { name = id }]) => ({ id, name }))
  const devicesOf = (number: number) =>
    app.running
      .filter(({ appVersion }) => appVersion === number)
      .reduce((sum, { devices }) => sum + devices, 0)
  const columns: Column<Version>[] = [
    { id: 'number', header: t('apps.version'), cell: ({ number }) => number, align: 'end' },
    { id: 'comment', header: t('releases.comment'), cell: ({ comment }) => comment || '—' },
    { id: 'built', header: t('releases.built'), cell: ({ builtAt }) => <When at={builtAt} /> },
    {
      id: 'released',
      header: t('releases.state'),
      cell: ({ released }) =>
        released ? (
          <Status tone="good" label={t('releases.released')} />
        ) : (
          <Status tone="quiet" label={t('releases.inTest')} />
        ),
    },
    {
      id: 'devices',
      header: t('running.devices'),
      cell: ({ number }) => devicesOf(number) || '—',
      align: 'end',
    },
    {
      id: 'actions',
      header: t('apps.actions'),
      cell: (version) => (
        <VersionActions
          appId={appId}
          version={version}
          versions={versions.nodes}
          profiles={profiles}
          languages={languages}
          devices={devicesOf(version.number)}
          onChanged={readAgain}
        />
      ),
    },
  ]
  const make = may('edit_apps') && (
    <Button onClick={() => setMaking(true)}>{t('makeVersion.title')}</Button>
  )
  const list = (
    <>
      <FilterBar active={releasedOnly} onClear={() => filters.clear(['released'])}>
        <Checkbox
          label={t('releases.onlyReleased')}
          checked={releasedOnly}
          onChange={(event) => filters.set('released', event.currentTarget.checked ? 'yes' : null)}
        />
      </FilterBar>
      <Panel flush>
        <DataTable
          caption={t('releases.title')}
          columns={columns}
          rows={versions.nodes}
          rowKey={({ buildId }) => buildId}
          busy={fetching}
          empty={<EmptyState title={t('releases.empty.title')} hint={t('releases.empty.hint')} />}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={versions.nodes.length}
        total={versions.totalCount}
        endCursor={versions.pageInfo.endCursor}
        hasNextPage={versions.pageInfo.hasNextPage}
      />
    </>
  )
  return (
    <Page
      title={t('releases.of', { name: app.name })}
      purpose={t('releases.purpose')}
      parent={<TextLink to={paths.app(project, appId)}>{app.name}</TextLink>}
      actions={
        <>
          {make}
          <Button component={Link} to={paths.app(project, appId)} variant="default">
            {t('releases.builder')}
          </Button>
        </>
      }
    >
      <AddressTabs
        label={t('releases.title')}
        tabs={[
          { id: 'versions', label: t('releases.tab.versions'), content: () => list },
          {
            id: 'rollout',
            label: t('releases.tab.rollout'),
            content: () => <RolloutPanel appId={appId} onChanged={readAgain} />,
          },
          {
            id: 'running',
            label: t('releases.tab.running'),
            content: () => <RunningPanel appId={appId} />,
          },
          {
            id: 'profiles',
            label: t('releases.tab.profiles'),
            content: () => <ProfilesPanel appId={appId} />,
          },
          {
            id: 'pins',
            label: t('releases.tab.pins'),
            content: () => <PinsPanel appId={appId} profiles={profiles} />,
          },
        ]}
      />
      {making && <MakeVersion appId={appId} onClose={() => setMaking(false)} onMade={readAgain} />}
    </Page>
  )
}
