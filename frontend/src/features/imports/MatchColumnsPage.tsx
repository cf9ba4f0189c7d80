// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { MatchColumnsForm } from './MatchColumnsForm.tsx'

const CaseTableQuery = graphql(`
  query CaseTable($project: String!, $tableId: String!) {
    project(name: $project) {
      id
      caseTypes {
        name
      }
      caseTable(tableId: $tableId) {
        tableId
        fileName
        rows
        columns {
          header
          samples
        }
      }
    }
  }
`)

/** Asks what the columns of a table mean, tries the import out, and starts it. */
export function MatchColumnsPage() {
  const t = useT()
  const { tableId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: CaseTableQuery,
    variables: { project, tableId },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const { caseTable: table, caseTypes } = data.project
  const parent = <TextLink to={paths.importCases(project)}>{t('importCases.title')}</TextLink>
  if (!table) {
    return (
      <Page
        title={t('matchColumns.gone.title')}
        purpose={t('matchColumns.gone.text')}
        parent={parent}
      >
        <Panel>
          <EmptyState title={t('matchColumns.gone.title')} hint={t('matchColumns.gone.text')} />
        </Panel>
      </Page>
    )
  }
  return (
    <Page
      title={t('matchColumns.title')}
      purpose={t('matchColumns.purpose', { file: table.fileName, rows: table.rows })}
      parent={parent}
    >
      <MatchColumnsForm table={table} caseTypes={caseTypes.map(({ name }) => name)} />
    </Page>
  )
}
