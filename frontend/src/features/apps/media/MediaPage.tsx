// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
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
import { inBuilder } from '../appPaths.ts'
import { MediaArchive } from './MediaArchive.tsx'

const MediaQuery = graphql(`
  query AppMedia(
    $project: String!
    $appId: String!
    $first: Int!
    $after: String
    $missingOnly: Boolean!
  ) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        name
        deleted
        media(first: $first, after: $after, missingOnly: $missingOnly) {
          nodes {
            path
            file {
              address
            }
            places {
              place
              menuId
              formId
              question
            }
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

type App = NonNullable<NonNullable<ResultOf<typeof MediaQuery>['project']>['app']>
type Media = App['media']['nodes'][number]

/** The pictures, sounds and films of an application: which there are, which are missing, and many at once. */
export function MediaPage() {
  const t = useT()
  const { appId = '' } = useParams()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const filters = useFilters()
  const missingOnly = filters.get('missing') === 'yes'
  const [{ data, error, fetching }, execute] = useQuery({
    query: MediaQuery,
    variables: { project, appId, first: paging.size, after: paging.after, missingOnly },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const app = data?.project?.app
  if (error && !app) return <QueryError error={error} onRetry={readAgain} />
  if (!app && fetching) return <PageSkeleton />
  if (!app || app.deleted) return <NotFoundPage what="app" back={paths.apps(project)} />
  const { media } = app
  const columns: Column<Media>[] = [
    {
      id: 'path',
      header: t('media.path'),
      cell: ({ path, file }) => {
        const short = path.replace('jr://file/commcare/', '')
        return file ? (
          <a href={file.address} target="_blank" rel="noreferrer">
            {short}
          </a>
        ) : (
          short
        )
      },
    },
    {
      id: 'state',
      header: t('media.state'),
      cell: ({ file, places }) =>
        file ? (
          <Status tone="good" label={t('media.there')} />
        ) : (
          <Status tone={places.length > 0 ? 'warn' : 'quiet'} label={t('media.missing')} />
        ),
    },
    {
      id: 'places',
      header: t('media.places'),
      cell: ({ places }) =>
        places.length === 0 ? (
          t('media.nowhere')
        ) : (
          <Stack gap={2}>
            {places.map(({ place, menuId, formId, question }) => (
              <TextLink
                key={`${place} ${formId}`}
                to={
                  formId
                    ? inBuilder.form(project, appId, formId, question ?? undefined)
                    : menuId
                      ? inBuilder.menu(project, appId, menuId)
                      : paths.app(project, appId)
                }
              >
                {place}
              </TextLink>
            ))}
          </Stack>
        ),
    },
  ]
  return (
    <Page
      title={t('media.title')}
      purpose={t('media.purpose')}
      parent={<TextLink to={paths.app(project, appId)}>{app.name}</TextLink>}
    >
      {may('edit_apps') && <MediaArchive appId={appId} onTaken={readAgain} />}
      <FilterBar active={missingOnly} onClear={() => filters.clear(['missing'])}>
        <Checkbox
          label={t('media.onlyMissing')}
          checked={missingOnly}
          onChange={(event) => filters.set('missing', event.currentTarget.checked ? 'yes' : null)}
        />
      </FilterBar>
      <Panel flush>
        <DataTable
          caption={t('media.title')}
          columns={columns}
          rows={[...media.nodes]}
          rowKey={({ path }) => path}
          busy={fetching}
          empty={
            <EmptyState
              title={t(missingOnly ? 'media.noneMissing' : 'media.none')}
              hint={t('media.none.hint')}
            />
          }
        />
      </Panel>
      <Pager
        paging={paging}
        shown={media.nodes.length}
        total={media.totalCount}
        endCursor={media.pageInfo.endCursor}
        hasNextPage={media.pageInfo.hasNextPage}
      />
    </Page>
  )
}
