// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** For requests that nobody can be sent back with: it is not known whose they are. */
export function RefusedPage() {
  const t = useT()
  const [params] = useSearchParams()
  const about = params.get('about') ?? ''
  return (
    <Page title={t('oauth.refused.title')} narrow>
      <Panel>
        <Text>
          {about === 'redirect_uri'
            ? t('oauth.refused.address')
            : about === 'client_id'
              ? t('oauth.refused.unknown')
              : t('oauth.refused.other')}
        </Text>
        <Text size="sm" c="dimmed" mt="sm">
          {[params.get('error'), about].filter(Boolean).join(' · ')}
        </Text>
      </Panel>
    </Page>
  )
}
