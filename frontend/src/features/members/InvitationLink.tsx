// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { HandedLink } from '../../ui/HandedLink.tsx'

/** The link of an invitation, where the server cannot mail it. */
export function InvitationLink({ path }: { path: string }) {
  const t = useT()
  return <HandedLink path={path} title={t('invitations.link')} help={t('invitations.linkHelp')} />
}
