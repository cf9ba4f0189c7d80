// SPDX-License-Identifier: Apache-2.0
import { expanded } from './hashtags.ts'
import { rewritten, type Moves } from './expressions.ts'
import type { Text, TextsById, TextValues } from './form.ts'
import type { Place } from './references.ts'
import {
  attributeOf,
  elementsOf,
  isElement,
  namespaces,
  type XmlElement,
  type XmlNode,
} from './xml/xml.ts'

type Language = { root: string; transforms: Readonly<Record<string, string>> }

/** An answer within a text, as it is typed: `<output value="#form/name"/>`. */
const output = /<output\s+value="([^"]*)"\s*\/>/g

/** The texts of a form, by language, id and form. */
export function readTexts(itext: XmlElement | undefined): TextsById {
  if (!itext) return {}
  const translations = elementsOf(itext).map((translation) => {
    const texts = elementsOf(translation).map((text) => {
      const values = elementsOf(text).map((value) => [attributeOf(value, 'form'), wordsOf(value)])
      return [attributeOf(text, 'id'), Object.fromEntries(values)]
    })
    return [attributeOf(translation, 'lang'), Object.fromEntries(texts)]
  })
  return Object.fromEntries(translations) as TextsById
}

/** The default language first, as its translation or its place says. */
export function readLanguages(itext: XmlElement | undefined): string[] {
  if (!itext) return []
  const translations = elementsOf(itext)
  const first = translations.find(({ attributes }) =>
    attributes.some(({ name }) => name === 'default'),
  )
  const codes = [...(first ? [first] : []), ...translations].map((each) =>
    attributeOf(each, 'lang'),
  )
  return [...new Set(codes)].filter(Boolean)
}

/** The words of an element, answers within them in the one way in which they are typed. */
export function wordsOf(element: XmlElement): string {
  return element.children.map((node) => wordsOfNode(node)).join('')
}

function wordsOfNode(node: XmlNode): string {
  if (typeof node === 'string') return node
  if (!isElement(node)) return ''
  if (node.local !== 'output') return wordsOf(node)
  const hashtag =
    attributeOf(node, 'value', namespaces.vellum) || attributeOf(node, 'ref', namespaces.vellum)
  const value = hashtag || attributeOf(node, 'value') || attributeOf(node, 'ref')
  return `<output value="${value.replaceAll('"', "'")}"/>`
}

/** Words as nodes of the source; `element` makes the element that stands for an answer. */
export function nodesOf(
  words: string,
  language: Language,
  element: (plain: string, hashtag: string | null) => XmlElement,
): XmlNode[] {
  const nodes: XmlNode[] = []
  let at = 0
  for (const match of words.matchAll(output)) {
    const written = match[1] ?? ''
    if (match.index > at) nodes.push(words.slice(at, match.index))
    const plain = expanded(written, language)
    nodes.push(element(plain, plain === written ? null : written))
    at = match.index + match[0].length
  }
  if (at < words.length) nodes.push(words.slice(at))
  return nodes
}

export function rewrittenText(text: Text, place: Place, moves: Moves): Text {
  const change = (words: string) =>
    words.replaceAll(
      output,
      (_, value: string) => `<output value="${rewritten(value, place, moves)}"/>`,
    )
  if (
    !Object.values(text.values).some((forms) =>
      Object.values(forms).some((w) => w.includes('<output')),
    )
  ) {
    return text
  }
  const values = Object.entries(text.values).map(([language, forms]) => [
    language,
    Object.fromEntries(Object.entries(forms).map(([form, words]) => [form, change(words)])),
  ])
  return { ...text, values: Object.fromEntries(values) as TextValues }
}

/** The expressions in the answers that a text shows. */
export function outputsIn(text: Text): string[] {
  return Object.values(text.values).flatMap((forms) =>
    Object.values(forms).flatMap((words) =>
      [...words.matchAll(output)].map(([, value = '']) => value),
    ),
  )
}

/** The words in the language, or in the first one that has any. */
export function shownWords(text: Text, language: string, languages: readonly string[]): string {
  for (const each of [language, ...languages]) {
    const words = text.values[each]?.['']
    if (words) return words
  }
  return ''
}

/** The text with other words; what is formatted says the same as what is read. */
export function withWords(text: Text, language: string, words: string, form = ''): Text {
  const before = text.values[language] ?? {}
  const follows =
    form === '' && before['markdown'] !== undefined && before['markdown'] === before['']
  const next = { ...before, [form]: words, ...(follows && { markdown: words }) }
  const kept = Object.entries(next).filter(([each, said]) => said !== '' || each === '')
  return { ...text, values: { ...text.values, [language]: Object.fromEntries(kept) } }
}

export const hasWords = (text: Text) =>
  Object.values(text.values).some((forms) => Object.values(forms).some(Boolean))
