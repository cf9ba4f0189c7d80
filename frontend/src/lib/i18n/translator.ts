// SPDX-License-Identifier: Apache-2.0
import { IntlMessageFormat, type FormatXMLElementFn } from 'intl-messageformat'
import type { ReactNode } from 'react'
import type { CompiledMessage, MessageKey, Messages } from './languages.ts'

type Plain = Record<string, string | number | Date>
type Rich = Record<string, ReactNode | Date | FormatXMLElementFn<ReactNode>>

export type Translator = {
  (key: MessageKey, values?: Plain): string
  /** For messages with tags, such as `<link>…</link>`, or with elements for values. */
  rich: (key: MessageKey, values: Rich) => ReactNode
}

export function createTranslator(messages: Messages, locale: string): Translator {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  const compile = (message: CompiledMessage, key: MessageKey) => {
    const known = compiled.get(key)
    if (known) return known
    const format = new IntlMessageFormat(message, locale)
    compiled.set(key, format)
    return format
  }
  const translate = (key: MessageKey, values?: Plain) => {
    const message = messages[key]
    return typeof message === 'string' ? message : String(compile(message, key).format(values))
  }
  const rich = (key: MessageKey, values: Rich) => {
    const message = messages[key]
    return typeof message === 'string' ? message : compile(message, key).format<ReactNode>(values)
  }
  return Object.assign(translate, { rich })
}
