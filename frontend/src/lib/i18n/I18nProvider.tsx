// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nContext } from './I18nContext.tsx'
import {
  loadMessages,
  localeOf,
  rememberLanguage,
  type Language,
  type Messages,
} from './languages.ts'
import { createTranslator } from './translator.ts'

type Props = { initialLanguage: Language; initialMessages: Messages; children: ReactNode }

export function I18nProvider({ initialLanguage, initialMessages, children }: Props) {
  const [{ language, messages }, setChosen] = useState({
    language: initialLanguage,
    messages: initialMessages,
  })
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(() => {
    const locale = localeOf(language)
    return {
      language,
      locale,
      t: createTranslator(messages, locale),
      choose: async (next: Language) => {
        rememberLanguage(next)
        setChosen({ language: next, messages: await loadMessages(next) })
      },
    }
  }, [language, messages])
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}
