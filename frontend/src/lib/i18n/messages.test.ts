// SPDX-License-Identifier: Apache-2.0
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (language: string) =>
  JSON.parse(readFileSync(`src/lib/i18n/${language}.json`, 'utf8')) as Record<string, string>
const english = read('en')
const french = read('fr')

function places(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const inside = Object.values(element.options).flatMap(({ value }) => places(value))
      return [element.value, ...inside]
    }
    return [element.value]
  })
}
const placesOf = (message = '') => [...new Set(places(parse(message)))].toSorted()

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(french)).toEqual(Object.keys(english))
  })

  it('have the same places for values in both languages', () => {
    const different = Object.keys(english).filter(
      (key) => String(placesOf(french[key])) !== String(placesOf(english[key])),
    )
    expect(different).toEqual([])
  })

  it('are never empty', () => {
    expect([...Object.values(english), ...Object.values(french)].filter((text) => !text)).toEqual(
      [],
    )
  })
})
