// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { TranslationPanel } from './TranslationPanel.tsx'

const AppQuery = graphql(`
  query TranslatedApp($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        name
        deleted
      }
    }
  }
`)

/** The texts of an application as workbooks for translators. */
export function TranslationsPage() {
  const t = useT()
  const { appId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({ query: AppQuery, variables: { project, appId } })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data?.project) return <PageSkeleton />
  const app = data.project.app
  if (!app || app.deleted) return <NotFoundPage what="app" back={paths.apps(project)} />
  return (
    <Page
      title={t('translations.title')}
      purpose={t('translations.purpose')}
      parent={<TextLink to={paths.app(project, appId)}>{app.name}</TextLink>}
      narrow
    >
      <TranslationPanel appId={appId} kind="app" />
      <TranslationPanel appId={appId} kind="ui" />
    </Page>
  )
}
