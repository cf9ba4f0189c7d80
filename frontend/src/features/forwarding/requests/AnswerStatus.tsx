// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Status } from '../../../ui/Status.tsx'

/** What the other side answered, by its number. */
export function AnswerStatus({ status }: { status: number | null }) {
  const t = useT()
  if (status === null) return <Status tone="bad" label={t('testConnection.silent')} />
  const well = status >= 200 && status < 300
  return <Status tone={well ? 'good' : 'bad'} label={String(status)} />
}
