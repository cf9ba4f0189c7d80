// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { sources } from '../../testing/sources.ts'
import { parseXml } from './parseXml.ts'
import { printXml } from './printXml.ts'
import { elementsOf, textIn, XmlProblem } from './xml.ts'

describe('reading XML', () => {
  it('knows what prefixes mean', () => {
    const root = parseXml('<a xmlns="one" xmlns:b="two"><b:c b:d="1" e="2"/></a>')
    const [child] = elementsOf(root)
    expect([root.namespace, child?.namespace, child?.local]).toEqual(['one', 'two', 'c'])
    expect(child?.attributes.map(({ namespace }) => namespace)).toEqual(['two', ''])
  })

  it('reads signs, text that is not marked up, and comments', () => {
    const root = parseXml('<a b="&lt;&#x41;&#10;&apos;">1 &amp; 2<![CDATA[<3>]]><!-- no --></a>')
    expect(root.attributes[0]?.value).toBe("<A\n'")
    expect(textIn(root)).toBe('1 & 2<3>')
  })

  it.each([
    ['<a>', 1],
    ['<a>\n<b></a>', 2],
    ['<a b="1" b="2"/>', 1],
    ['<a b=1/>', 1],
    ['<a/><b/>', 1],
    ['<a>&nbsp;</a>', 1],
    ['<p:a/>', 1],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 1],
    ['<a><!-- </a>', 1],
    ['<a>\n\n<b>text</c></a>', 3],
    ['', 1],
  ])('says where %j is wrong', (text, line) => {
    const problem = (() => {
      try {
        return parseXml(text)
      } catch (error) {
        return error
      }
    })()
    expect(problem).toBeInstanceOf(XmlProblem)
    expect(problem).toMatchObject({ line })
  })

  it.each(sources)('is undone by printing: %s', (_, source) => {
    const once = printXml(parseXml(source))
    expect(printXml(parseXml(once)).replaceAll(/\n\s*/g, '')).toBe(once.replaceAll(/\n\s*/g, ''))
  })

  it('keeps line breaks in attributes', () => {
    const printed = printXml(parseXml('<a b="1&#10;2"/>'))
    expect(parseXml(printed).attributes[0]?.value).toBe('1\n2')
  })
})
