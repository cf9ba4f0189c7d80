// SPDX-License-Identifier: Apache-2.0
import '@fontsource-variable/geist'
import '@mantine/core/styles.layer.css'
import '../ui/tokens.css'
import '../ui/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadMessages, preferredLanguage } from '../lib/i18n/languages.ts'
import { readSession } from '../lib/session/sessionApi.ts'
import { App } from './App.tsx'
import { Unreachable } from './Unreachable.tsx'

const language = preferredLanguage()
const root = createRoot(document.getElementById('root') as HTMLElement)
const messagesComing = loadMessages(language)

Promise.all([messagesComing, readSession()])
  .then(([messages, user]) =>
    root.render(
      <StrictMode>
        <App language={language} messages={messages} user={user} />
      </StrictMode>,
    ),
  )
  .catch(async () => {
    const messages = await messagesComing
    root.render(<Unreachable language={language} messages={messages} />)
  })
