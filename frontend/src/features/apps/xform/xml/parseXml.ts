// SPDX-License-Identifier: Apache-2.0
import { namespaces, XmlProblem, type XmlAttribute, type XmlElement, type XmlNode } from './xml.ts'

type Open = { name: string; attributes: readonly XmlAttribute[]; children: XmlNode[]; scope: Scope }
type Scope = Readonly<Record<string, string>>

const nameAt = /[A-Za-z_\u00c0-\uffff][\w.\-:\u00b7-\uffff]*/y
const attributeAt =
  /\s+([A-Za-z_\u00c0-\uffff][\w.\-:\u00b7-\uffff]*)\s*=\s*("([^"<]*)"|'([^'<]*)')/y
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const outside: Scope = { '': '', xml: 'http://www.w3.org/XML/1998/namespace' }

/**
 * Reads XML without a document type, names as they are written. The browser's own parser would lose the prefixes'
 * places and says nothing useful about what is wrong.
 */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const open: Open[] = []
  let root: XmlElement | undefined
  let at = 0

  const fail = (message: string): never => {
    throw new XmlProblem(message, text.slice(0, at).split('\n').length)
  }
  const until = (end: string, what: string): string => {
    const found = text.indexOf(end, at)
    if (found < 0) fail(`The ${what} does not end.`)
    const between = text.slice(at, found)
    at = found + end.length
    return between
  }
  const plain = (raw: string): string =>
    raw.replaceAll(/&([^;\s&]*;?)/g, (whole, reference: string) => {
      const sign = signOf(reference)
      return sign ?? fail(`“${whole}” is not a character.`)
    })
  const add = (node: XmlNode): void => {
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else if (typeof node === 'string') {
      if (node.trim()) fail('There is text outside the root element.')
    } else if ('local' in node) {
      if (root) fail('There is more than one root element.')
      root = node
    }
  }
  const close = ({ name, attributes, children, scope }: Open): void => {
    const [prefix, local] = partsOf(name)
    const namespace = scope[prefix]
    if (namespace === undefined) return fail(`The prefix “${prefix}” is not declared.`)
    add({ name, namespace, local, attributes, children })
  }
  const nameHere = (): string => {
    nameAt.lastIndex = at
    const name = nameAt.exec(text)?.[0] ?? fail('A name is missing.')
    at += name.length
    return name
  }
  const attributesHere = (): [string, string][] => {
    const found: [string, string][] = []
    for (;;) {
      attributeAt.lastIndex = at
      const match = attributeAt.exec(text)
      if (!match) return found
      const [whole, name = '', , double, single] = match
      if (found.some(([other]) => other === name)) fail(`“${name}” stands twice.`)
      found.push([name, plain((double ?? single ?? '').replaceAll(/[\n\t]/g, ' '))])
      at += whole.length
    }
  }
  const startTag = (): void => {
    at += 1
    const name = nameHere()
    const written = attributesHere()
    const scope = scopeWith(open.at(-1)?.scope ?? outside, written)
    const attributes = written.map(([each, value]) => {
      const namespace = namespaceOfAttribute(each, scope) ?? fail(`“${each}” has no namespace.`)
      return { name: each, namespace, local: partsOf(each)[1], value }
    })
    const element = { name, attributes, children: [], scope }
    const rest = /\s*(\/?)>/y
    rest.lastIndex = at
    const end = rest.exec(text) ?? fail(`The element “${name}” is not well written.`)
    at += end[0].length
    if (end[1]) close(element)
    else open.push(element)
  }
  const endTag = (): void => {
    at += 2
    const name = nameHere()
    const element = open.pop()
    if (element?.name !== name) fail(`“${name}” ends where “${element?.name ?? ''}” should.`)
    until('>', 'element')
    if (element) close(element)
  }

  while (at < text.length) {
    if (text.startsWith('<!--', at)) {
      at += 4
      add({ comment: until('-->', 'comment') })
    } else if (text.startsWith('<![CDATA[', at)) {
      at += 9
      add(until(']]>', 'text'))
    } else if (text.startsWith('<?', at)) until('?>', 'instruction')
    else if (text.startsWith('<!', at)) fail('A document type is not allowed.')
    else if (text.startsWith('</', at)) endTag()
    else if (text[at] === '<') startTag()
    else {
      const end = text.indexOf('<', at)
      const words = text.slice(at, end < 0 ? text.length : end)
      add(plain(words))
      at += words.length
    }
  }
  const unended = open.at(-1)
  if (unended) fail(`The element “${unended.name}” does not end.`)
  return root ?? fail('There is no root element.')
}

function partsOf(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

function scopeWith(scope: Scope, attributes: [string, string][]): Scope {
  const declared = attributes.flatMap(([name, value]) =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  )
  return declared.length > 0 ? { ...scope, ...Object.fromEntries(declared) } : scope
}

function namespaceOfAttribute(name: string, scope: Scope): string | undefined {
  const [prefix] = partsOf(name)
  if (name === 'xmlns' || prefix === 'xmlns') return namespaces.xmlns
  return prefix ? scope[prefix] : ''
}

function signOf(reference: string): string | undefined {
  if (!reference.endsWith(';')) return undefined
  const name = reference.slice(0, -1)
  const [, hex, decimal] = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? []
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
  if (code === undefined) return Object.hasOwn(named, name) ? named[name] : undefined
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
