// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { Page } from '../ui/page/Page.tsx'

/** The screen's code could not be fetched, or it broke while it was drawn. */
export function BrokenPage() {
  const t = useT()
  return (
    <Page title={t('error.broken.title')} purpose={t('error.broken.text')} narrow>
      <div>
        <Button onClick={() => globalThis.location.reload()}>{t('action.reload')}</Button>
      </div>
    </Page>
  )
}
