// SPDX-License-Identifier: Apache-2.0
import { useMantineColorScheme } from '@mantine/core'
import { Link } from 'react-router'
import { useI18n } from '../../lib/i18n/I18nContext.tsx'
import { languages, type Language, type MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import { useSession } from '../../lib/session/SessionContext.tsx'
import type { SessionUser } from '../../lib/session/sessionApi.ts'
import classes from './AccountMenu.module.css'
import { Choice } from './Choice.tsx'

const schemes: Record<'auto' | 'light' | 'dark', MessageKey> = {
  auto: 'account.scheme.auto',
  light: 'account.scheme.light',
  dark: 'account.scheme.dark',
}

type Props = { user: SessionUser; fullName: string; onClose: () => void; onKeys: () => void }

export function AccountPanel({ user, fullName, onClose, onKeys }: Props) {
  const { t, language, choose } = useI18n()
  const { signOut } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <div className={classes['who']}>
        <strong>{fullName}</strong>
        {fullName !== user.username && <span>{user.username}</span>}
      </div>
      <div className={classes['part']}>
        <Link to={paths.apiKeys} className={classes['entry'] ?? ''} onClick={onClose}>
          {t('apiKeys.title')}
        </Link>
        <Link to={paths.accountSecurity} className={classes['entry'] ?? ''} onClick={onClose}>
          {t('account.security')}
        </Link>
        <Link to={paths.oauthApplications} className={classes['entry'] ?? ''} onClick={onClose}>
          {t('oauth.title')}
        </Link>
        <Link to={paths.activity} className={classes['entry'] ?? ''} onClick={onClose}>
          {t('activity.title')}
        </Link>
        <Link to={paths.enterprises} className={classes['entry'] ?? ''} onClick={onClose}>
          {t('enterprise.title')}
        </Link>
        <button type="button" className={classes['entry']} onClick={onKeys}>
          {t('keys.title')}
        </button>
      </div>
      <div className={classes['part']}>
        <Choice
          legend={t('account.appearance')}
          options={(Object.keys(schemes) as (keyof typeof schemes)[]).map((scheme) => ({
            value: scheme,
            label: t(schemes[scheme]),
          }))}
          value={colorScheme}
          onChoose={setColorScheme}
        />
        <Choice
          legend={t('account.language')}
          options={(Object.keys(languages) as Language[]).map((each) => ({
            value: each,
            label: languages[each],
            lang: each,
          }))}
          value={language}
          onChoose={(each) => void choose(each)}
        />
      </div>
      <div className={classes['part']}>
        <button type="button" className={classes['entry']} onClick={() => void signOut()}>
          {t('account.signOut')}
        </button>
      </div>
    </>
  )
}
