// SPDX-License-Identifier: Apache-2.0
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type english from './en.json'

/** Messages with places for values come parsed; the build does that. */
export type CompiledMessage = MessageFormatElement[]
export type Messages = Record<MessageKey, string | CompiledMessage>
export type MessageKey = keyof typeof english

export const languages = { en: 'English', fr: 'Français' } as const
export type Language = keyof typeof languages

const storageKey = 'baraza.language'

/** The language the reader chose, else the first of the browser's that we have, else English. */
export function preferredLanguage(): Language {
  const wished = [localStorage.getItem(storageKey), ...navigator.languages]
  for (const tag of wished) {
    const language = tag?.slice(0, 2)
    if (language === 'en' || language === 'fr') return language
  }
  return 'en'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}

/** The browser's own variant of the language (`en-KE`), so that dates look as the reader knows them. */
export function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => tag.slice(0, 2) === language)
  return own && own !== 'en' ? own : language === 'en' ? 'en-GB' : language
}

/** The messages of the language that is spoken; they grow when others are needed. */
let spoken: { language: Language; messages: Messages; whole: Promise<void> | null } | null = null

/** Those that the first screens speak, and all others where those were needed before. */
export async function loadMessages(language: Language): Promise<Messages> {
  const file = language === 'fr' ? await import('./fr.json?first') : await import('./en.json?first')
  const wasWhole = Boolean(spoken?.whole)
  const messages = { ...file.default } as Messages
  spoken = { language, messages, whole: null }
  if (wasWhole) await loadLaterMessages()
  return messages
}

/** Adds the messages of all screens to those that are spoken; done when they are there. */
export function loadLaterMessages(): Promise<void> {
  if (!spoken) return Promise.resolve()
  const { language, messages } = spoken
  spoken.whole ??= (language === 'fr' ? import('./fr.json?later') : import('./en.json?later')).then(
    (file) => void Object.assign(messages, file.default),
  )
  return spoken.whole
}
