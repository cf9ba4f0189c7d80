// SPDX-License-Identifier: Apache-2.0
import { parse } from '@formatjs/icu-messageformat-parser'

/** Parses the ICU messages at build time, so that the browser needs no parser. */
export function compiledMessages() {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/lib\/i18n\/[a-z]+\.json$/ },
      handler(code) {
        const messages = Object.entries(JSON.parse(code)).map(([key, message]) => [
          key,
          /[{<]/.test(message) ? withoutPlaces(parse(message)) : message,
        ])
        const text = JSON.stringify(Object.fromEntries(messages))
        return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' }
      },
    },
  }
}

function withoutPlaces(node) {
  if (Array.isArray(node)) return node.map(withoutPlaces)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'location')
      .map(([key, value]) => [key, withoutPlaces(value)]),
  )
}
