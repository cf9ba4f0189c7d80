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

type Spoken = { language: Language; messages: Promise<Messages>; whole: Promise<void> | null }

/** The messages of the language that is spoken; they grow when others are needed. */
let spoken: Spoken | null = null

function speak(language: Language): Spoken {
  if (spoken?.language !== language) {
    spoken = { language, messages: firstMessages(language), whole: null }
  }
  return spoken
}

async function firstMessages(language: Language): Promise<Messages> {
  const file = language === 'fr' ? await import('./fr.json?first') : await import('./en.json?first')
  return { ...file.default } as Messages
}

/** Those that the first screens speak, and all others where those were needed before. */
export async function loadMessages(language: Language): Promise<Messages> {
  const wasWhole = Boolean(spoken?.whole)
  const { messages } = speak(language)
  if (wasWhole) await loadLaterMessages()
  return messages
}

/** Adds the messages of all screens to those that are spoken; done when they are there. */
export function loadLaterMessages(): Promise<void> {
  // The router fetches the screen of the address before anything else is loaded.
  const current = spoken ?? speak(preferredLanguage())
  current.whole ??= addLaterMessages(current)
  return current.whole
}

async function addLaterMessages({ language, messages }: Spoken): Promise<void> {
  const file = await (language === 'fr' ? import('./fr.json?later') : import('./en.json?later'))
  Object.assign(await messages, file.default)
}
