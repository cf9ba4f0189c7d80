// SPDX-License-Identifier: Apache-2.0

export type XmlAttribute = { name: string; namespace: string; local: string; value: string }
export type XmlComment = { comment: string }
export type XmlNode = XmlElement | XmlComment | string

/** An element with its name as it was written and what that name means. */
export type XmlElement = {
  name: string
  namespace: string
  local: string
  attributes: readonly XmlAttribute[]
  children: readonly XmlNode[]
}

export const namespaces = {
  xforms: 'http://www.w3.org/2002/xforms',
  xhtml: 'http://www.w3.org/1999/xhtml',
  javarosa: 'http://openrosa.org/javarosa',
  openrosa: 'http://openrosa.org/jr/xforms',
  vellum: 'http://commcarehq.org/xforms/vellum',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const

/** What is wrong with a text that should be XML, and where. */
export class XmlProblem extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.name = 'XmlProblem'
    this.line = line
  }
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string' && 'local' in node
}

export const elementsOf = (parent: XmlElement): XmlElement[] => parent.children.filter(isElement)

export function childOf(
  parent: XmlElement,
  namespace: string,
  local: string,
): XmlElement | undefined {
  return elementsOf(parent).find((child) => child.namespace === namespace && child.local === local)
}

export function attributeOf(element: XmlElement, local: string, namespace = ''): string {
  const found = element.attributes.find(
    (attribute) => attribute.local === local && attribute.namespace === namespace,
  )
  return found?.value ?? ''
}

/** All text below the element. */
export function textIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : isElement(child) ? textIn(child) : ''))
    .join('')
}

/** What stands in the element, without the white space that only lays it out. */
export function contentOf(element: XmlElement): XmlNode[] {
  const hasText = element.children.some((child) => typeof child === 'string' && child.trim())
  return hasText
    ? [...element.children]
    : element.children.filter((child) => typeof child !== 'string')
}
