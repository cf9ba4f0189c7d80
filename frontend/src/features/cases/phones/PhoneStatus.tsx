// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Status } from '../../../ui/Status.tsx'

/** Whether a phone holds the case; null for somebody whose phones never synced. */
export function PhoneStatus({ phone }: { phone: { holds: boolean } | null }) {
  const t = useT()
  if (!phone) return <Status tone="quiet" label={t('casePhones.noSync')} />
  return phone.holds ? (
    <Status tone="good" label={t('casePhones.holds')} />
  ) : (
    <Status tone="quiet" label={t('casePhones.holdsNot')} />
  )
}
