// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { OAuthApplicationsQuery } from './applicationsQuery.ts'
import { AuthorizedTable } from './AuthorizedTable.tsx'
import { NewApplication } from './NewApplication.tsx'
import { OwnTable } from './OwnTable.tsx'
import { SecretOnce, type MadeSecret } from './SecretOnce.tsx'

/** Programs that act for the reader, and those that she registered. */
export function ApplicationsPage() {
  const t = useT()
  const [made, setMade] = useState<MadeSecret | null>(null)
  const paging = usePaging()
  const [{ data, error }, read] = useQuery({
    query: OAuthApplicationsQuery,
    variables: { first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const authorized = data?.me.authorizedApplications
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const show = (secret: MadeSecret) => {
    setMade(secret)
    readAgain()
  }
  return (
    <Page title={t('oauth.title')} purpose={t('oauth.purpose')}>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {(data || !error) && <AuthorizedTable rows={authorized?.nodes} onChanged={readAgain} />}
      <Pager
        paging={paging}
        shown={authorized?.nodes.length ?? 0}
        total={authorized?.totalCount}
        endCursor={authorized?.pageInfo.endCursor}
        hasNextPage={authorized?.pageInfo.hasNextPage}
      />
      {made && <SecretOnce made={made} onClose={() => setMade(null)} />}
      {(data || !error) && (
        <OwnTable rows={data?.me.oauthApplications} onChanged={readAgain} onSecret={show} />
      )}
      <NewApplication onMade={show} />
    </Page>
  )
}
