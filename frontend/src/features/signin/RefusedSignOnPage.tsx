// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { CardPage } from '../../ui/page/CardPage.tsx'

const reasons: Record<string, MessageKey> = {
  NOT_INVITED: 'sso.notInvited',
  EMAIL_UNVERIFIED: 'sso.emailUnverified',
  EMAIL_ELSEWHERE: 'sso.emailElsewhere',
  PROVIDER_OFF: 'sso.providerOff',
  PROVIDER_UNREACHABLE: 'sso.unreachable',
  ACCOUNT_CLOSED: 'sso.accountClosed',
  OPERATORS_BY_PASSWORD: 'sso.operators',
  ACCESS_DENIED: 'sso.denied',
}

/** Why nobody was signed in though her organisation was asked, and what she can do. */
export function RefusedSignOnPage() {
  const t = useT()
  const [params] = useSearchParams()
  return (
    <CardPage title={t('sso.refused')}>
      <Text role="status">{t(reasons[params.get('why') ?? ''] ?? 'sso.answerRefused')}</Text>
      <TextLink to={paths.signIn}>{t('sso.again')}</TextLink>
    </CardPage>
  )
}
