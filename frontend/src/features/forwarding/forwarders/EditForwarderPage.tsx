// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { ChoicesGate } from './ChoicesGate.tsx'
import { ForwarderForm } from './ForwarderForm.tsx'
import { ForwarderFragment, type ForwarderNow } from './forwarderQuery.ts'
import { inputOf, valuesOf } from './forwarderValues.ts'
import { titleOf } from './typeWords.ts'

const ForwarderQuery = graphql(
  `
    query ForwarderSettings($project: String!, $forwarderId: String!) {
      project(name: $project) {
        id
        forwarder(forwarderId: $forwarderId) {
          ...ForwarderSettings
        }
      }
    }
  `,
  [ForwarderFragment],
)

const UpdateForwarder = graphql(`
  mutation UpdateForwarder($input: UpdateForwarderInput!) {
    updateForwarder(input: $input) {
      forwarder {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Changes where a forwarder sends to, and what. */
export function EditForwarderPage() {
  const { forwarderId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: ForwarderQuery,
    variables: { project, forwarderId },
    requestPolicy: 'network-only',
  })
  const found = data?.project?.forwarder
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (found) return <Loaded forwarder={readFragment(ForwarderFragment, found)} />
  if (data) return <NotFoundPage what="page" back={paths.forwarding(project)} />
  return <PageSkeleton />
}

function Loaded({ forwarder }: { forwarder: ForwarderNow }) {
  const t = useT()
  const { name: project } = useProject()
  const [, update] = useMutation(UpdateForwarder)
  return (
    <ChoicesGate slug={forwarder.type}>
      {(type, connections) => (
        <Page
          title={forwarder.name}
          purpose={titleOf(t, type)}
          parent={<TextLink to={paths.forwarding(project)}>{t('forwarding.title')}</TextLink>}
          narrow
        >
          <Panel>
            <ForwarderForm
              type={type}
              connections={connections}
              initial={valuesOf(forwarder)}
              submitLabel={t('forwarder.update')}
              onSave={async (values) => {
                const input = { project, forwarderId: forwarder.id, ...inputOf(values) }
                const { data, error } = await update({ input })
                return problemsOf(t, error, data?.updateForwarder.userErrors)
              }}
            />
          </Panel>
        </Page>
      )}
    </ChoicesGate>
  )
}
