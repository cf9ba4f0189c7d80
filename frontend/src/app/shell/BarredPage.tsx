// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { CombinedError } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'

type Props = { error: CombinedError; onRetry: () => void }

/** What a member sees of a project that does not let her in now, and what she can do about it. */
export function BarredPage({ error, onRetry }: Props) {
  const t = useT()
  switch (error.graphQLErrors[0]?.extensions['reason']) {
    case 'TWO_FACTOR_REQUIRED':
      return (
        <Page title={t('barred.twoFactor.title')} purpose={t('barred.twoFactor.purpose')} narrow>
          <Panel>
            <Text mb="md">{t('barred.twoFactor.text')}</Text>
            <Button component={Link} to={paths.accountSecurity}>
              {t('barred.twoFactor.setUp')}
            </Button>
          </Panel>
        </Page>
      )
    case 'ADDRESS_REFUSED':
      return (
        <Page title={t('barred.network.title')} purpose={t('barred.network.purpose')} narrow>
          <Panel>
            <Text mb="md">{t('barred.network.text')}</Text>
            <Button variant="default" onClick={onRetry}>
              {t('barred.network.retry')}
            </Button>
          </Panel>
        </Page>
      )
    case 'PROVIDER_UNTRUSTED':
      return (
        <Page title={t('barred.provider.title')} purpose={t('barred.provider.purpose')} narrow>
          <Panel>
            <Text mb="md">{t('barred.provider.text')}</Text>
            <Button variant="default" onClick={onRetry}>
              {t('barred.network.retry')}
            </Button>
          </Panel>
        </Page>
      )
    default:
      return <QueryError error={error} onRetry={onRetry} />
  }
}
