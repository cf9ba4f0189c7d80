// SPDX-License-Identifier: Apache-2.0
import type { Form, Question, Text } from './form.ts'
import { hasChoices, hasItemset, holdsQuestions, isHidden, shapeOf } from './questionTypes.ts'
import { pathInside } from './walk.ts'
import { hashtagOf, logicAttributes, type Writer } from './writer.ts'
import type { TextBook } from './writeTexts.ts'
import type { XmlAttribute, XmlElement } from './xml/xml.ts'

type Parts = { form: Form; writer: Writer; book: TextBook }

/** What the body asks, in the order of the tree. */
export function writeControls(
  questions: readonly Question[],
  base: string,
  parts: Parts,
): XmlElement[] {
  return questions
    .filter(({ type }) => !isHidden(type))
    .map((question) => controlOf(question, `${base}/${question.id}`, parts))
}

function controlOf(question: Question, path: string, parts: Parts): XmlElement {
  const { form, writer } = parts
  const { element, attribute } = writer
  const { type, kept } = question
  const shape = shapeOf(type)
  const isGroup = holdsQuestions(type)
  const appearance = [shape.mark, question.appearance].filter(Boolean).join(' ')
  const mediatype = shape.mediatype ?? question.mediatype
  const attributes: XmlAttribute[] = [
    ...(isGroup ? [] : [attribute('ref', hashtagOf(form, path), 'vellum')]),
    attribute('ref', path),
    ...(appearance ? [attribute('appearance', appearance)] : []),
    ...(mediatype ? [attribute('mediatype', mediatype)] : []),
    ...(question.imageSize
      ? [attribute('imageDimensionScaledMax', question.imageSize, 'javarosa')]
      : []),
    ...kept.controlAttributes,
  ]
  const name = path.slice(form.root.length + 2)
  const inside = isGroup ? writeControls(question.children, pathInside(question, path), parts) : []
  return element('xforms', shape.tag || question.control, attributes, [
    ...textElement('label', question.label, `${name}-label`, parts),
    ...textElement('hint', question.hint, `${name}-hint`, parts),
    ...textElement('help', question.help, `${name}-help`, parts),
    ...kept.controlChildren,
    ...choicesOf(question, name, parts),
    ...(type === 'Repeat' ? [repeatOf(question, path, inside, writer)] : inside),
  ])
}

function textElement(
  tag: string,
  text: Text,
  usual: string,
  { writer, book }: Parts,
): XmlElement[] {
  const id = book.idOf(text, usual)
  if (id === null) return []
  return [writer.element('xforms', tag, [writer.attribute('ref', `jr:itext('${id}')`)])]
}

function choicesOf(question: Question, name: string, parts: Parts): XmlElement[] {
  const { element, attribute } = parts.writer
  if (hasItemset(question.type) && question.itemset) {
    const { nodeset, label, value, sort } = question.itemset
    const part = (tag: string, ref: string) =>
      ref ? [element('xforms', tag, [attribute('ref', ref)])] : []
    return [
      element('xforms', 'itemset', logicAttributes(parts.writer, 'nodeset', nodeset), [
        ...part('label', label),
        ...part('value', value),
        ...part('sort', sort),
      ]),
    ]
  }
  if (!hasChoices(question.type) && question.type !== 'Other') return []
  return question.choices.map(({ value, label }) =>
    element(
      'xforms',
      'item',
      [],
      [
        ...textElement('label', label, `${name}-${value}-label`, parts),
        element('xforms', 'value', [], value ? [value] : []),
      ],
    ),
  )
}

function repeatOf(
  question: Question,
  path: string,
  inside: XmlElement[],
  writer: Writer,
): XmlElement {
  const { attribute, element } = writer
  const { list, count, fixedSize, kept } = question
  const size = list.text
    ? [attribute('count', `${path}/@count`, 'javarosa')]
    : logicAttributes(writer, 'count', count, 'javarosa')
  const fixed = Boolean(list.text) || fixedSize
  const attributes = [
    attribute('nodeset', pathInside(question, path)),
    ...size,
    ...(fixed ? [attribute('noAddRemove', 'true()', 'javarosa')] : []),
    ...kept.repeatAttributes,
  ]
  return element('xforms', 'repeat', attributes, inside)
}
