// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { inForwarding } from '../forwardingPaths.ts'
import { ConnectionForm } from './ConnectionForm.tsx'
import { emptyConnection, inputOf } from './connectionValues.ts'

const CreateConnection = graphql(`
  mutation CreateConnection($input: CreateConnectionInput!) {
    createConnection(input: $input) {
      connection {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Makes a connection; then it can be tried. */
export function NewConnectionPage() {
  const t = useT()
  const { name: project } = useProject()
  const [, create] = useMutation(CreateConnection)
  return (
    <Page
      title={t('newConnection.title')}
      purpose={t('newConnection.purpose')}
      parent={<TextLink to={paths.connections(project)}>{t('connections.title')}</TextLink>}
      narrow
    >
      <Panel>
        <ConnectionForm
          initial={emptyConnection}
          saved={null}
          submitLabel={t('action.save')}
          onSave={async (values) => {
            const { data, error } = await create({ input: { project, ...inputOf(values) } })
            const made = data?.createConnection.connection
            return made
              ? { to: inForwarding.connection(project, made.id) }
              : { problems: problemsOf(t, error, data?.createConnection.userErrors) ?? [] }
          }}
        />
      </Panel>
    </Page>
  )
}
