// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { TwoFactorOff } from './TwoFactorOff.tsx'
import { TwoFactorOn } from './TwoFactorOn.tsx'

const TwoFactorQuery = graphql(`
  query MyTwoFactor {
    me {
      userId
      twoFactor {
        on
        recoveryCodesLeft
        wantedBy
      }
    }
  }
`)

/** How the reader signs in: her password and her second factor. */
export function AccountSecurityPage() {
  const t = useT()
  const [{ data, error }, read] = useQuery({
    query: TwoFactorQuery,
    requestPolicy: 'network-only',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (!data) return <PageSkeleton />
  const { on, recoveryCodesLeft, wantedBy } = data.me.twoFactor
  return (
    <Page title={t('account.security')} purpose={t('accountSecurity.purpose')} narrow>
      {on ? (
        <TwoFactorOn codesLeft={recoveryCodesLeft} onChanged={readAgain} />
      ) : (
        <TwoFactorOff wantedBy={wantedBy} onDone={readAgain} />
      )}
      <ChangePassword />
      <OwnSessions />
    </Page>
  )
}
