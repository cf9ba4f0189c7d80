// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../../ui/Status.tsx'

export function CaseStatus({ closed, deleted = false }: { closed: boolean; deleted?: boolean }) {
  const t = useT()
  if (deleted) return <Status tone="bad" label={t('caseStatus.deleted')} />
  return closed ? (
    <Status tone="quiet" label={t('caseStatus.closed')} />
  ) : (
    <Status tone="good" label={t('caseStatus.open')} />
  )
}
