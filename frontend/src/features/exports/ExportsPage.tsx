// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { DailyActions } from './DailyActions.tsx'
import { ExportRowFragment, type ExportKind, type ExportType } from './exportRow.ts'
import { formats, sharings } from './exportWords.ts'
import { ExportsTogether } from './ExportsTogether.tsx'
import { FeedLinks } from './FeedLinks.tsx'
import { JobWithFile } from './JobWithFile.tsx'

const ExportsQuery = graphql(
  `
    query Exports(
      $project: String!
      $first: Int!
      $after: String
      $type: ExportType
      $daily: Boolean
      $odata: Boolean
      $search: String
    ) {
      project(name: $project) {
        id
        exports(
          first: $first
          after: $after
          type: $type
          daily: $daily
          odata: $odata
          search: $search
        ) {
          nodes {
            ...ExportRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [ExportRowFragment],
)

type Row = FragmentOf<typeof ExportRowFragment>
type Props = { title: MessageKey; purpose: MessageKey; type: ExportType | null; kind: ExportKind }

const read = (row: Row) => readFragment(ExportRowFragment, row)

export function FormExportsPage() {
  return (
    <ExportsPage title="exportForms.title" purpose="exportForms.purpose" type="FORM" kind="file" />
  )
}

export function CaseExportsPage() {
  return (
    <ExportsPage title="exportCases.title" purpose="exportCases.purpose" type="CASE" kind="file" />
  )
}

export function DailyExportsPage() {
  return (
    <ExportsPage
      title="dailyExports.title"
      purpose="dailyExports.purpose"
      type={null}
      kind="daily"
    />
  )
}

export function FeedsPage() {
  return <ExportsPage title="feeds.title" purpose="feeds.purpose" type={null} kind="feed" />
}

/** The exports that people keep, by name. */
function ExportsPage({ title, purpose, type, kind }: Props) {
  const t = useT()
  const format = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const search = filters.get('search') ?? ''
  const [jobId, setJobId] = useState<string | null>(null)
  const [{ data, error, fetching }, execute] = useQuery({
    query: ExportsQuery,
    variables: {
      project,
      first: paging.size,
      after: paging.after,
      type,
      daily: kind === 'daily',
      odata: kind === 'feed',
      search,
    },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const exports = data?.project?.exports
  const page = exports?.nodes.map((row) => read(row).exportId) ?? []
  const selection = useSelection({ page, total: page.length, filters: `${type} ${kind} ${search}` })
  const create = (
    <Button component={Link} to={paths.newExport(project, type ?? 'FORM', kind)}>
      {t('newExport.title')}
    </Button>
  )
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('export.name'),
      cell: (row) => {
        const { exportId, name, description } = read(row)
        return (
          <>
            <TextLink to={paths.runExport(project, exportId)} fw={500}>
              {name}
            </TextLink>
            {description && (
              <Text size="xs" c="dimmed">
                {description}
              </Text>
            )}
          </>
        )
      },
    },
    kind === 'feed'
      ? {
          id: 'type',
          header: t('export.type'),
          cell: (row) => t(read(row).type === 'FORM' ? 'export.type.form' : 'export.type.case'),
        }
      : {
          id: 'format',
          header: t('export.format'),
          cell: (row) => t(formats[read(row).format]),
        },
    {
      id: 'owner',
      header: t('export.owner'),
      cell: (row) => (
        <>
          <PersonName user={read(row).owner} />
          <Text size="xs" c="dimmed">
            {t(sharings[read(row).sharing])}
          </Text>
        </>
      ),
    },
    ...(kind === 'daily'
      ? [
          {
            id: 'built',
            header: t('export.builtAt'),
            cell: (row: Row) => {
              const { builtAt, fileSize } = read(row)
              return builtAt ? (
                <>
                  <When at={builtAt} />
                  <Text size="xs" c="dimmed">
                    {t('export.kilobytes', {
                      size: format.number(Math.ceil((fileSize ?? 0) / 1024)),
                    })}
                  </Text>
                </>
              ) : (
                t('export.notBuilt')
              )
            },
          },
          {
            id: 'actions',
            header: t('export.actions'),
            cell: (row: Row) => (
              <DailyActions row={read(row)} onJob={setJobId} onChanged={readAgain} />
            ),
          },
        ]
      : [
          {
            id: 'updated',
            header: t('export.updatedAt'),
            cell: (row: Row) => <When at={read(row).updatedAt} />,
          },
          ...(kind === 'feed'
            ? [
                {
                  id: 'actions',
                  header: t('export.actions'),
                  cell: (row: Row) => <FeedLinks row={read(row)} />,
                },
              ]
            : []),
        ]),
  ]
  return (
    <Page title={t(title)} purpose={t(purpose)} actions={create}>
      <FilterBar active={search !== ''} onClear={() => filters.clear(['search'])}>
        <SearchField
          label={t('exports.search')}
          value={search}
          onSearch={(text) => filters.set('search', text)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {jobId && (
        <JobWithFile key={jobId} jobId={jobId} onOver={readAgain} onClose={() => setJobId(null)} />
      )}
      {kind !== 'feed' && <ExportsTogether selection={selection} page={page} onJob={setJobId} />}
      {(exports || !error) && (
        <Panel flush>
          <DataTable
            caption={t(title)}
            columns={columns}
            rows={exports?.nodes}
            rowKey={(row) => read(row).exportId}
            rowName={(row) => read(row).name}
            {...(kind === 'feed' ? {} : { selection })}
            rowHref={(row) => paths.runExport(project, read(row).exportId)}
            busy={fetching && exports !== undefined}
            empty={
              <EmptyState
                title={t('exports.empty.title')}
                hint={t('exports.empty.hint')}
                action={create}
              />
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={exports?.nodes.length ?? 0}
        total={exports?.totalCount}
        endCursor={exports?.pageInfo.endCursor}
        hasNextPage={exports?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
