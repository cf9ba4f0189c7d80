// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../../ui/Status.tsx'

export function WorkerStatus({ active }: { active: boolean }) {
  const t = useT()
  return active ? (
    <Status tone="good" label={t('workerStatus.active')} />
  ) : (
    <Status tone="quiet" label={t('workerStatus.deactivated')} />
  )
}
