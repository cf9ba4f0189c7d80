// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { When } from '../../ui/When.tsx'
import { KeyStatus } from './KeyStatus.tsx'
import { NewApiKey } from './NewApiKey.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

const ApiKeysQuery = graphql(`
  query ApiKeys($first: Int!, $after: String) {
    me {
      userId
      username
      apiKeys(first: $first, after: $after) {
        nodes {
          apiKeyId
          name
          createdAt
          lastUsedAt
          expiresAt
          project
          roleName
          roleId
          allowedAddresses
          active
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

export type ApiKey = ResultOf<typeof ApiKeysQuery>['me']['apiKeys']['nodes'][number]

/** Keys with which programs act as the reader. */
export function ApiKeysPage() {
  const t = useT()
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: ApiKeysQuery,
    variables: { first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const keys = data?.me.apiKeys
  const columns = [
    { id: 'name', header: t('apiKeys.column.name'), cell: ({ name }: ApiKey) => name },
    {
      id: 'project',
      header: t('apiKeys.column.project'),
      cell: ({ project }: ApiKey) => project ?? t('apiKeys.allProjects'),
    },
    {
      id: 'role',
      header: t('apiKeys.column.role'),
      cell: ({ roleId, roleName }: ApiKey) =>
        roleName ?? (roleId ? t('apiKeys.roleGone') : t('apiKeys.ownRole')),
    },
    {
      id: 'addresses',
      header: t('apiKeys.column.addresses'),
      cell: ({ allowedAddresses }: ApiKey) =>
        allowedAddresses.length > 0 ? allowedAddresses.join(', ') : t('apiKeys.anywhere'),
    },
    {
      id: 'status',
      header: t('apiKeys.column.status'),
      cell: (key: ApiKey) => <KeyStatus apiKey={key} onChanged={readAgain} />,
    },
    {
      id: 'created',
      header: t('apiKeys.column.created'),
      cell: ({ createdAt }: ApiKey) => <When at={createdAt} />,
    },
    {
      id: 'used',
      header: t('apiKeys.column.used'),
      cell: ({ lastUsedAt }: ApiKey) =>
        lastUsedAt ? <When at={lastUsedAt} /> : t('apiKeys.neverUsed'),
    },
    {
      id: 'expires',
      header: t('apiKeys.column.expires'),
      cell: ({ expiresAt }: ApiKey) =>
        expiresAt ? <When at={expiresAt} /> : t('apiKeys.neverExpires'),
    },
    {
      id: 'revoke',
      header: t('apiKeys.column.revoke'),
      cell: (key: ApiKey) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('apiKeys.revokeName', { name: key.name })}
          onClick={() => setRevoking(key)}
        >
          {t('apiKeys.revoke')}
        </Button>
      ),
    },
  ]
  return (
    <Page title={t('apiKeys.title')} purpose={t('apiKeys.purpose')}>
      <NewApiKey username={data?.me.username} onCreated={readAgain} />
      {error && <QueryError error={error} onRetry={readAgain} />}
      {(data || !error) && (
        <Panel flush>
          <DataTable
            caption={t('apiKeys.title')}
            columns={columns}
            rows={keys?.nodes}
            rowKey={({ apiKeyId }) => apiKeyId}
            busy={fetching && keys !== undefined}
            empty={<EmptyState title={t('apiKeys.empty.title')} hint={t('apiKeys.empty.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={keys?.nodes.length ?? 0}
        total={keys?.totalCount}
        endCursor={keys?.pageInfo.endCursor}
        hasNextPage={keys?.pageInfo.hasNextPage}
      />
      {revoking && (
        <RevokeDialog
          apiKeyId={revoking.apiKeyId}
          name={revoking.name}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoking(null)
            readAgain()
          }}
        />
      )}
    </Page>
  )
}
