// SPDX-License-Identifier: Apache-2.0
import { UnreadableForm } from './UnreadableForm.ts'
import { attributeOf, childOf, elementsOf, namespaces, type XmlElement } from './xml/xml.ts'

/** What the body of a form asks at one node. */
export type Control = {
  path: string
  tag: string
  element: XmlElement
  /** Of a repeat group, the element that repeats. */
  repeat: XmlElement | null
  children: Control[]
}

const asking = new Set([
  'input',
  'secret',
  'select',
  'select1',
  'upload',
  'trigger',
  'range',
  'rank',
])

/** The controls of the body, nested as they are there. */
export function readControls(body: XmlElement, pathOfBind: (id: string) => string): Control[] {
  const targetOf = (element: XmlElement) =>
    attributeOf(element, 'ref') ||
    attributeOf(element, 'nodeset') ||
    pathOfBind(attributeOf(element, 'bind'))

  const read = (parent: XmlElement): Control[] =>
    elementsOf(parent).flatMap((element) => {
      if (element.namespace !== namespaces.xforms) return []
      if (asking.has(element.local)) return [controlOf(element, null, element.local)]
      if (element.local === 'repeat') return [controlOf(element, element, 'repeat')]
      if (element.local !== 'group') return []
      const repeat = childOf(element, namespaces.xforms, 'repeat') ?? null
      const group = controlOf(element, repeat, repeat ? 'repeat' : 'group')
      return [group]
    })
  const controlOf = (element: XmlElement, repeat: XmlElement | null, tag: string): Control => {
    const path = targetOf(repeat ?? element).replace(/^#form\b/, '/data')
    if (!path.startsWith('/')) {
      throw new UnreadableForm('structure', `<${element.local}> ${path}`)
    }
    const inside = repeat ?? element
    return { path, tag, element, repeat, children: asking.has(tag) ? [] : read(inside) }
  }
  return read(body)
}
