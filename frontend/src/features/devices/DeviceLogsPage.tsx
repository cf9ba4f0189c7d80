// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { AddressTabs } from '../../ui/AddressTabs.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { CrashesTab } from './CrashesTab.tsx'
import { LogTab } from './LogTab.tsx'

/** What phones wrote down about themselves, and where they broke. */
export function DeviceLogsPage() {
  const t = useT()
  return (
    <Page title={t('deviceLogs.title')} purpose={t('deviceLogs.purpose')}>
      <AddressTabs
        label={t('deviceLogs.tabs')}
        tabs={[
          { id: 'log', label: t('deviceLogs.tab.log'), content: () => <LogTab /> },
          { id: 'crashes', label: t('deviceLogs.tab.crashes'), content: () => <CrashesTab /> },
        ]}
      />
    </Page>
  )
}
