// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react'
import type { Language } from './languages.ts'
import type { Translator } from './translator.ts'

type I18n = {
  language: Language
  locale: string
  t: Translator
  choose: (language: Language) => Promise<void>
}

export const I18nContext = createContext<I18n | null>(null)

export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (!i18n) throw new Error('useI18n needs an I18nProvider above it')
  return i18n
}

export function useT(): Translator {
  return useI18n().t
}
