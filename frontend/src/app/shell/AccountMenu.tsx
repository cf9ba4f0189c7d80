// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useSession } from '../../lib/session/SessionContext.tsx'
import classes from './AccountMenu.module.css'
import { AccountPanel } from './AccountPanel.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** Who is signed in, how the app looks and speaks, and the way out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const t = useT()
  const { user } = useSession()
  if (!user) return null
  const names = [user.firstName, user.lastName].filter(Boolean)
  const fullName = names.join(' ') || user.username
  const initials = (names.length > 0 ? names : [user.username])
    .map((name) => name.charAt(0))
    .join('')
    .toUpperCase()
  return (
    <Disclosure
      side="end"
      className={classes['target']}
      button={
        <>
          <span className={classes['initials']}>{initials}</span>
          <span className="visuallyHidden">{t('account.menu', { name: fullName })}</span>
        </>
      }
    >
      {(close) => (
        <AccountPanel
          user={user}
          fullName={fullName}
          onClose={close}
          onKeys={() => {
            close()
            onKeys()
          }}
        />
      )}
    </Disclosure>
  )
}
