// SPDX-License-Identifier: Apache-2.0
import type { Expression, Form } from './form.ts'
import { namespaces, type XmlAttribute, type XmlElement, type XmlNode } from './xml/xml.ts'

export type Namespace = 'xforms' | 'xhtml' | 'javarosa' | 'openrosa' | 'vellum'

/** Makes elements and attributes with the prefixes that the form declares. */
export type Writer = {
  root: readonly XmlAttribute[]
  element: (
    namespace: Namespace,
    local: string,
    attributes?: readonly XmlAttribute[],
    children?: readonly XmlNode[],
  ) => XmlElement
  attribute: (local: string, value: string, namespace?: Namespace) => XmlAttribute
}

const usual: [prefix: string, Namespace][] = [
  ['h', 'xhtml'],
  ['orx', 'openrosa'],
  ['', 'xforms'],
  ['xsd', 'xforms'],
  ['jr', 'javarosa'],
  ['vellum', 'vellum'],
]

export function writerOf(form: Form): Writer {
  const declared = form.kept.html.filter(({ namespace }) => namespace === namespaces.xmlns)
  const prefixes = new Map<string, string>()
  for (const { name, local, value } of declared) prefixes.set(value, name === 'xmlns' ? '' : local)
  const root = [...form.kept.html]
  for (const [prefix, namespace] of usual) {
    const isSchema = prefix === 'xsd'
    const meaning = isSchema ? 'http://www.w3.org/2001/XMLSchema' : namespaces[namespace]
    if (prefixes.has(meaning)) continue
    prefixes.set(meaning, prefix)
    const name = prefix ? `xmlns:${prefix}` : 'xmlns'
    root.push({ name, namespace: namespaces.xmlns, local: prefix || 'xmlns', value: meaning })
  }
  const named = (namespace: Namespace, local: string) => {
    const prefix = prefixes.get(namespaces[namespace])
    return prefix ? `${prefix}:${local}` : local
  }
  return {
    root,
    element: (namespace, local, attributes = [], children = []) => ({
      name: named(namespace, local),
      namespace: namespaces[namespace],
      local,
      attributes,
      children,
    }),
    attribute: (local, value, namespace) => ({
      name: namespace ? named(namespace, local) : local,
      namespace: namespace ? namespaces[namespace] : '',
      local,
      value,
    }),
  }
}

/** The attribute the phone reads and, where people write it otherwise, the one with their hashtags before it. */
export function logicAttributes(
  { attribute }: Writer,
  name: string,
  { text, expanded }: Expression,
  namespace?: Namespace,
): XmlAttribute[] {
  const written = text.trim()
  if (!written) return []
  const plain = attribute(name, expanded, namespace)
  return written === expanded ? [plain] : [attribute(name, written, 'vellum'), plain]
}

export const hashtagOf = (form: Form, path: string) => `#form${path.slice(form.root.length + 1)}`
