// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
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
import { inForwarding } from '../forwardingPaths.ts'
import { ConnectionForm } from './ConnectionForm.tsx'
import { ConnectionFragment, type ConnectionNow } from './connectionQuery.ts'
import { inputOf, valuesOf } from './connectionValues.ts'
import { DeleteConnection } from './DeleteConnection.tsx'
import { SigningSecret } from './SigningSecret.tsx'
import { TestConnection } from './TestConnection.tsx'

const ConnectionQuery = graphql(
  `
    query ConnectionSettings($project: String!, $connectionId: String!) {
      project(name: $project) {
        id
        connection(connectionId: $connectionId) {
          ...ConnectionSettings
        }
      }
    }
  `,
  [ConnectionFragment],
)

const UpdateConnection = graphql(`
  mutation UpdateConnection($input: UpdateConnectionInput!) {
    updateConnection(input: $input) {
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

/** Changes a connection, tries it, and gives it another secret to sign with. */
export function EditConnectionPage() {
  const { connectionId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: ConnectionQuery,
    variables: { project, connectionId },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.project?.connection
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (found) return <Loaded connection={readFragment(ConnectionFragment, found)} />
  if (data) return <NotFoundPage what="page" back={paths.connections(project)} />
  return <PageSkeleton />
}

function Loaded({ connection }: { connection: ConnectionNow }) {
  const t = useT()
  const { name: project } = useProject()
  const [, update] = useMutation(UpdateConnection)
  const { id: connectionId, name, updatedAt } = connection
  return (
    <Page
      title={name}
      purpose={t('editConnection.purpose')}
      parent={<TextLink to={paths.connections(project)}>{t('connections.title')}</TextLink>}
      actions={
        <>
          <Button
            component={Link}
            variant="default"
            to={inForwarding.requests(project, connectionId)}
          >
            {t('requests.title')}
          </Button>
          <DeleteConnection connection={connection} />
        </>
      }
      narrow
    >
      <Panel>
        <ConnectionForm
          key={updatedAt}
          initial={valuesOf(connection)}
          saved={connection}
          submitLabel={t('action.save')}
          onSave={async (values) => {
            const { data, error } = await update({
              input: { project, connectionId, ...inputOf(values) },
            })
            return data?.updateConnection.connection
              ? { to: inForwarding.connection(project, connectionId) }
              : { problems: problemsOf(t, error, data?.updateConnection.userErrors) ?? [] }
          }}
        />
      </Panel>
      <TestConnection key={`test ${updatedAt}`} connectionId={connectionId} />
      <SigningSecret connectionId={connectionId} />
    </Page>
  )
}
