// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { AnyProject } from './AnyProject.tsx'
import { ApproveDomain } from './ApproveDomain.tsx'
import { NewEnterprise } from './NewEnterprise.tsx'

const EnterprisesQuery = graphql(`
  query Enterprises {
    me {
      userId
      enterprises {
        enterpriseId
        name
      }
      allEnterprises {
        enterpriseId
        name
      }
    }
  }
`)

type Row = { enterpriseId: string; name: string }

/** The organisations that the reader administers; whoever runs the server makes others. */
export function EnterprisesPage() {
  const t = useT()
  const [{ data, error }, read] = useQuery({
    query: EnterprisesQuery,
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const columns = [
    {
      id: 'name',
      header: t('enterprise.name'),
      cell: ({ enterpriseId, name }: Row) => (
        <TextLink to={paths.enterprise(enterpriseId)}>{name}</TextLink>
      ),
    },
  ]
  const all = data?.me.allEnterprises
  return (
    <Page title={t('enterprise.title')} purpose={t('enterprise.purpose')} narrow>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {(data || !error) && (
        <Panel title={t('enterprise.yours')} flush>
          <DataTable
            caption={t('enterprise.yours')}
            columns={columns}
            rows={data?.me.enterprises}
            rowKey={({ enterpriseId }) => enterpriseId}
            rowHref={({ enterpriseId }) => paths.enterprise(enterpriseId)}
            empty={<EmptyState title={t('enterprise.none')} hint={t('enterprise.none.hint')} />}
          />
        </Panel>
      )}
      {all && (
        <>
          <Text size="sm">{t('enterprise.operator', { count: all.length })}</Text>
          <NewEnterprise onChanged={readAgain} />
          {all.length > 0 && <ApproveDomain enterprises={all} />}
          <AnyProject />
        </>
      )}
    </Page>
  )
}
