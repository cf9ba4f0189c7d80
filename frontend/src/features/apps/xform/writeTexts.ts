// SPDX-License-Identifier: Apache-2.0
import type { Form, Text, TextsById } from './form.ts'
import { hasWords, nodesOf } from './texts.ts'
import type { Writer } from './writer.ts'
import type { XmlElement } from './xml/xml.ts'

/** Gives each text an id and collects them by language as they are written. */
export class TextBook {
  private readonly texts = new Map<string, Text>()

  /** The id under which the text stands; null for a text without words. */
  idOf(text: Text, usual: string): string | null {
    if (!hasWords(text)) return null
    let id = text.id ?? usual
    const same = (other: Text | undefined) =>
      !other || JSON.stringify(other.values) === JSON.stringify(text.values)
    // Two questions that shared a text may say different things by now.
    for (let number = 2; !same(this.texts.get(id)); number += 1) id = `${usual}-${number}`
    this.texts.set(id, text)
    return id
  }

  /** The element with all texts; the default language has every one of them, since phones fall back to it. */
  element(form: Form, writer: Writer): XmlElement {
    const { element, attribute } = writer
    const languages = form.languages.length > 0 ? form.languages : ['en']
    const translations = languages.map((language, index) => {
      const texts: XmlElement[] = []
      for (const [id, text] of this.texts) {
        const forms = text.values[language] ?? (index === 0 ? { '': '' } : undefined)
        if (forms) texts.push(this.textElement(id, forms, form, writer))
      }
      for (const [id, forms] of Object.entries(keptOf(form.kept.texts, language))) {
        if (!this.texts.has(id)) texts.push(this.textElement(id, forms, form, writer))
      }
      const attributes = [attribute('lang', language)]
      if (index === 0) attributes.push(attribute('default', ''))
      return element('xforms', 'translation', attributes, texts)
    })
    return element('xforms', 'itext', [], translations)
  }

  private textElement(
    id: string,
    forms: Readonly<Record<string, string>>,
    form: Form,
    { element, attribute }: Writer,
  ): XmlElement {
    const language = { root: form.root, transforms: form.transforms }
    const values = Object.entries(forms).map(([kind, words]) => {
      const nodes = nodesOf(words, language, (plain, hashtag) =>
        element('xforms', 'output', [
          ...(hashtag === null ? [] : [attribute('value', hashtag, 'vellum')]),
          attribute('value', plain),
        ]),
      )
      return element('xforms', 'value', kind ? [attribute('form', kind)] : [], nodes)
    })
    return element('xforms', 'text', [attribute('id', id)], values)
  }
}

function keptOf(texts: TextsById, language: string) {
  return Object.hasOwn(texts, language) ? (texts[language] ?? {}) : {}
}
