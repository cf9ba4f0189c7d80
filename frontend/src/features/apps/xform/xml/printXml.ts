// SPDX-License-Identifier: Apache-2.0
import { isElement, type XmlElement, type XmlNode } from './xml.ts'

/** Elements whose white space a reader would see. */
const flowing = new Set(['value', 'label', 'hint', 'help', 'title'])

const textSigns: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const valueSigns: Readonly<Record<string, string>> = {
  ...textSigns,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

const escapeText = (text: string) => text.replaceAll(/[&<>]/g, (sign) => textSigns[sign] ?? sign)
const escapeValue = (text: string) =>
  text.replaceAll(/[&<>"\n\t\r]/g, (sign) => valueSigns[sign] ?? sign)

/** The element as a document, each element that holds nothing but elements over several lines. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, 0)}\n`
}

function printed(node: XmlNode, depth: number): string {
  if (typeof node === 'string') return escapeText(node)
  if (!isElement(node)) return `<!--${node.comment}-->`
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`)
  const start = `<${node.name}${attributes.join('')}`
  if (node.children.length === 0) return `${start}/>`
  const overLines =
    !flowing.has(node.local) && node.children.every((child) => typeof child !== 'string')
  const gap = overLines ? `\n${'  '.repeat(depth + 1)}` : ''
  const inside = node.children.map((child) => `${gap}${printed(child, depth + 1)}`).join('')
  return `${start}>${inside}${overLines ? `\n${'  '.repeat(depth)}` : ''}</${node.name}>`
}
