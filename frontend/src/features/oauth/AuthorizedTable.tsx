// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { When } from '../../ui/When.tsx'
import type { Authorized } from './applicationsQuery.ts'

const RevokeAuthorization = graphql(`
  mutation RevokeOAuthAuthorization($input: RevokeOAuthAuthorizationInput!) {
    revokeOAuthAuthorization(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { rows: Authorized[] | undefined; onChanged: () => void }

/** Programs that act for the reader. */
export function AuthorizedTable({ rows, onChanged }: Props) {
  const t = useT()
  const [ending, setEnding] = useState<Authorized | null>(null)
  const [, revoke] = useMutation(RevokeAuthorization)
  const columns = [
    { id: 'name', header: t('oauth.column.name'), cell: ({ name }: Authorized) => name },
    {
      id: 'scopes',
      header: t('oauth.column.scopes'),
      cell: ({ scopes }: Authorized) => scopes.join(', '),
    },
    {
      id: 'agreed',
      header: t('oauth.column.agreed'),
      cell: ({ agreedAt }: Authorized) => <When at={agreedAt} />,
    },
    {
      id: 'used',
      header: t('oauth.column.used'),
      cell: ({ lastUsedAt }: Authorized) =>
        lastUsedAt ? <When at={lastUsedAt} /> : t('oauth.notNow'),
    },
    {
      id: 'revoke',
      header: t('oauth.revoke'),
      cell: (row: Authorized) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('oauth.revokeName', { name: row.name })}
          onClick={() => setEnding(row)}
        >
          {t('oauth.revoke')}
        </Button>
      ),
    },
  ]
  const end = async (clientId: string) => {
    const { data, error } = await revoke({ input: { clientId } })
    const problems = problemsOf(t, error, data?.revokeOAuthAuthorization.userErrors)
    if (problems) return problems
    setEnding(null)
    onChanged()
    return undefined
  }
  return (
    <Panel title={t('oauth.authorized')} flush>
      <DataTable
        caption={t('oauth.authorized')}
        columns={columns}
        rows={rows}
        rowKey={({ clientId }) => clientId}
        empty={<EmptyState title={t('oauth.authorized.empty')} hint={t('oauth.authorized.hint')} />}
      />
      {ending && (
        <TypedConfirm
          title={t('oauth.revokeTitle', { name: ending.name })}
          text={t('oauth.revokeText')}
          name={ending.name}
          confirmLabel={t('oauth.revoke')}
          onClose={() => setEnding(null)}
          onConfirm={() => end(ending.clientId)}
        />
      )}
    </Panel>
  )
}
