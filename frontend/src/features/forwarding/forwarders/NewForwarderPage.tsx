// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useFilters } from '../../../ui/table/useFilters.ts'
import { TextLink } from '../../../ui/TextLink.tsx'
import { ChoicesGate } from './ChoicesGate.tsx'
import { ForwarderForm } from './ForwarderForm.tsx'
import { inputOf, usualForwarder } from './forwarderValues.ts'
import { purposeOf, titleOf } from './typeWords.ts'

const CreateForwarder = graphql(`
  mutation CreateForwarder($input: CreateForwarderInput!) {
    createForwarder(input: $input) {
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

/** Starts to forward something. */
export function NewForwarderPage() {
  const t = useT()
  const { name: project } = useProject()
  const slug = useFilters().get('type') ?? ''
  const [, create] = useMutation(CreateForwarder)
  return (
    <ChoicesGate slug={slug}>
      {(type, connections) => (
        <Page
          title={titleOf(t, type)}
          purpose={purposeOf(t, type)}
          parent={<TextLink to={paths.forwarding(project)}>{t('forwarding.title')}</TextLink>}
          narrow
        >
          <Panel>
            <ForwarderForm
              type={type}
              connections={connections}
              initial={{
                ...usualForwarder,
                connectionId: connections.length === 1 ? (connections[0]?.id ?? '') : '',
                format: type.formats[0]?.slug ?? '',
              }}
              submitLabel={t('forwarder.start')}
              onSave={async (values) => {
                const { requestsPerSecond, ...input } = inputOf(values)
                const { data, error } = await create({
                  input: {
                    project,
                    type: slug,
                    ...input,
                    requestsPerSecond: requestsPerSecond || null,
                  },
                })
                return problemsOf(t, error, data?.createForwarder.userErrors)
              }}
            />
          </Panel>
        </Page>
      )}
    </ChoicesGate>
  )
}
