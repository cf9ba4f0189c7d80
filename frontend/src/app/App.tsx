// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { RouterProvider } from 'react-router/dom'
import { I18nProvider } from '../lib/i18n/I18nProvider.tsx'
import type { Language, Messages } from '../lib/i18n/languages.ts'
import { SessionProvider } from '../lib/session/SessionProvider.tsx'
import type { SessionUser } from '../lib/session/sessionApi.ts'
import { colorSchemeManager, cssVariables, theme } from '../ui/theme.ts'
import { router } from './router.tsx'

/** Only pages that change something speak through toasts, and those come later. */
const Toasts = lazy(async () => ({ default: (await import('./Toasts.tsx')).Toasts }))

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
          <Suspense>
            <Toasts />
          </Suspense>
        </SessionProvider>
      </I18nProvider>
    </MantineProvider>
  )
}
