// SPDX-License-Identifier: Apache-2.0
import { parseXml } from '../xform/xml/parseXml.ts'
import { attributeOf, elementsOf, namespaces, type XmlElement } from '../xform/xml/xml.ts'

const { vellum, xmlns } = namespaces

/** What a phone makes of a form: no builder's marks, no order where order says nothing, texts where they are shown. */
export function meaningOf(source: string): unknown {
  const html = parseXml(source)
  const [head, body] = elementsOf(html)
  const model = head && elementsOf(head).find(({ local }) => local === 'model')
  if (!head || !body || !model) throw new Error('no form')
  const parts = elementsOf(model)
  const of = (local: string) => parts.filter((each) => each.local === local)
  const texts = textsOf(of('itext')[0])
  const [main, ...instances] = of('instance')
  return {
    data: main && elementsOf(main).map((each) => plain(each, texts)),
    instances: instances.map((each) => plain(each, texts)).toSorted(),
    binds: of('bind')
      .map((each) => plain(each, texts))
      .filter(isSaying)
      .toSorted(),
    setvalues: of('setvalue')
      .map((each) => plain(each, texts))
      .toSorted(),
    rest: parts
      .filter(({ local }) => !['instance', 'bind', 'setvalue', 'itext'].includes(local))
      .map((each) => plain(each, texts)),
    head: elementsOf(head)
      .filter(({ local }) => !/^(model|hashtag)/.test(local))
      .map((each) => plain(each, texts)),
    body: elementsOf(body).map((each) => plain(each, texts)),
  }
}

type Texts = Record<string, object>

function textsOf(itext: XmlElement | undefined): Texts {
  const texts: Record<string, Record<string, unknown>> = {}
  for (const translation of itext ? elementsOf(itext) : []) {
    for (const text of elementsOf(translation)) {
      const said = (texts[attributeOf(text, 'id')] ??= {})
      said[attributeOf(translation, 'lang')] = elementsOf(text).map((each) => plain(each, {}))
    }
  }
  return texts
}

const spoken = (value: string, texts: Texts) => {
  const [, id] = /^jr:itext\('(.*)'\)$/.exec(value) ?? []
  return id === undefined ? value : JSON.stringify(Object.entries(texts[id] ?? {}).toSorted())
}

function plain(element: XmlElement, texts: Texts): string {
  const attributes = element.attributes
    .filter(
      ({ namespace, local }) =>
        namespace !== xmlns &&
        !(namespace === vellum && local !== 'role' && local !== 'case_type' && local !== 'comment'),
    )
    .map(({ namespace, local, value }) => `${namespace} ${local}=${spoken(value, texts)}`)
    .toSorted()
  const inside = element.children
    .map((node) =>
      typeof node === 'string' ? node.trim() && node : 'local' in node ? plain(node, texts) : '',
    )
    .join('')
  // A label that stands in its place means the same as one among the texts.
  const words =
    ['label', 'hint'].includes(element.local) && inside
      ? { [' ref']: JSON.stringify([['en', [`{${namespaces.xforms}}value[]${inside};`]]]) }
      : null
  const said = words ? Object.entries(words).map(([name, value]) => `${name}=${value}`) : attributes
  return `{${element.namespace}}${element.local}[${said.join('|')}]${words ? '' : inside};`
}

const isSaying = (bind: string) => bind.split('|').length > 1
