// SPDX-License-Identifier: Apache-2.0
import { Button, MantineProvider } from '@mantine/core'
import { I18nProvider } from '../lib/i18n/I18nProvider.tsx'
import { useT } from '../lib/i18n/I18nContext.tsx'
import type { Language, Messages } from '../lib/i18n/languages.ts'
import { Page } from '../ui/page/Page.tsx'
import { colorSchemeManager, cssVariables, theme } from '../ui/theme.ts'

/** Shown when the server did not answer when the app started. */
export function Unreachable({ language, messages }: { language: Language; messages: Messages }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <I18nProvider initialLanguage={language} initialMessages={messages}>
        <main>
          <UnreachablePage />
        </main>
      </I18nProvider>
    </MantineProvider>
  )
}

function UnreachablePage() {
  const t = useT()
  return (
    <Page title={t('error.unreachable.title')} purpose={t('error.unreachable.text')} narrow>
      <div>
        <Button onClick={() => globalThis.location.reload()}>{t('action.tryAgain')}</Button>
      </div>
    </Page>
  )
}
