// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core'
import { RouterProvider } from 'react-router/dom'
import { I18nProvider } from '../lib/i18n/I18nProvider.tsx'
import type { Language, Messages } from '../lib/i18n/languages.ts'
import { SessionProvider } from '../lib/session/SessionProvider.tsx'
import type { SessionUser } from '../lib/session/sessionApi.ts'
import { colorSchemeManager, cssVariables, theme } from '../ui/theme.ts'
import { Toasts } from '../ui/toast/Toasts.tsx'
import { router } from './router.tsx'

type Props = { language: Language; messages: Messages; user: SessionUser | null }

export function App({ language, messages, user }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <I18nProvider initialLanguage={language} initialMessages={messages}>
        <SessionProvider initialUser={user}>
          <RouterProvider router={router} />
          <Toasts />
        </SessionProvider>
      </I18nProvider>
    </MantineProvider>
  )
}
