// SPDX-License-Identifier: Apache-2.0
import { IntlMessageFormat, type FormatXMLElementFn } from 'intl-messageformat'
import type { ReactNode } from 'react'
import type { MessageKey, Messages } from './languages.ts'

type Plain = Record<string, string | number | Date>
type Rich = Record<string, ReactNode | Date | FormatXMLElementFn<ReactNode>>

export type Translator = {
  (key: MessageKey, values?: Plain): string
  /** For messages with tags, such as `<link>…</link>`, or with elements for values. */
  rich: (key: MessageKey, values: Rich) => ReactNode
}

export function createTranslator(messages: Messages, locale: string): Translator {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  const compile = (key: MessageKey) => {
    const known = compiled.get(key)
    if (known) return known
    const format = new IntlMessageFormat(messages[key], locale)
    compiled.set(key, format)
    return format
  }
  const translate = (key: MessageKey, values?: Plain) => String(compile(key).format(values))
  return Object.assign(translate, {
    rich: (key: MessageKey, values: Rich) => compile(key).format<ReactNode>(values),
  })
}
