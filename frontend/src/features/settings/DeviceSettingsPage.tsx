// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { NewMeasure } from './NewMeasure.tsx'
import { PromptForm } from './PromptForm.tsx'
import { PromptsFragment, PromptsPanel } from './PromptsPanel.tsx'
import { MeasuresFragment, MeasuresPanel } from './MeasuresPanel.tsx'

const DeviceSettingsQuery = graphql(
  `
    query DeviceSettings($project: String!) {
      project(name: $project) {
        id
        ...UpdatePrompts
        ...RecoveryMeasures
      }
    }
  `,
  [PromptsFragment, MeasuresFragment],
)

/** What phones are told to install, and what they do when an app broke. */
export function DeviceSettingsPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data, error }, read] = useQuery({
    query: DeviceSettingsQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const [params] = useSearchParams()
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const found = data?.project
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (!found) return <PageSkeleton />
  if (params.has('measure') && may('edit_apps')) return <NewMeasure onSaved={readAgain} />
  return (
    <Page title={t('deviceSettings.title')} purpose={t('deviceSettings.purpose')}>
      <PromptsPanel project={found} />
      {may('edit_apps') && <PromptForm onSaved={readAgain} />}
      <MeasuresPanel project={found} onChanged={readAgain} />
    </Page>
  )
}
