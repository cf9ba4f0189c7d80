// SPDX-License-Identifier: Apache-2.0
import type { Expression, Form, Question } from './form.ts'
import { hasWords } from './texts.ts'
import type { Visited } from './walk.ts'
import { hashtagOf, logicAttributes, type Writer } from './writer.ts'
import type { TextBook } from './writeTexts.ts'
import type { XmlAttribute, XmlElement, XmlNode } from './xml/xml.ts'

/** The nodes of the data, one for each question. */
export function writeData(questions: readonly Question[], writer: Writer): XmlNode[] {
  return questions.map((question) => dataNode(question, writer))
}

function dataNode(question: Question, writer: Writer): XmlElement {
  const { attribute } = writer
  const { type, kept, list, comment, caseType } = question
  const template = attribute('template', '', 'javarosa')
  const inside = [...writeData(question.children, writer), ...kept.dataChildren]
  const isList = type === 'Repeat' && list.text !== ''
  const attributes: XmlAttribute[] = [
    ...kept.dataAttributes,
    ...(type === 'SaveToCase'
      ? [attribute('role', 'SaveToCase', 'vellum'), attribute('case_type', caseType, 'vellum')]
      : []),
    ...(comment ? [attribute('comment', comment, 'vellum')] : []),
    ...(type === 'Repeat' && !isList ? [template] : []),
    ...(isList ? ['ids', 'count', 'current_index'].map((name) => attribute(name, '')) : []),
    ...(isList ? [attribute('role', 'Repeat', 'vellum')] : []),
  ]
  const item = () => node('item', [attribute('id', ''), attribute('index', ''), template], inside)
  return node(question.id, attributes, isList ? [item()] : inside)
}

const node = (
  name: string,
  attributes: readonly XmlAttribute[],
  children: readonly XmlNode[],
): XmlElement => ({ name, namespace: '', local: name, attributes, children })

export function writeBind({ question, path }: Visited, form: Form, writer: Writer, book: TextBook) {
  const { attribute, element } = writer
  const { kept, message } = question
  const logic = (name: string, expression: Expression) => logicAttributes(writer, name, expression)
  const usual = `${path.slice(form.root.length + 2)}-constraintMsg`
  const messageId = hasWords(message) ? book.idOf(message, usual) : null
  return element('xforms', 'bind', [
    attribute('nodeset', hashtagOf(form, path), 'vellum'),
    attribute('nodeset', path),
    ...(question.bindType ? [attribute('type', question.bindType)] : []),
    ...logic('required', question.required),
    ...logic('relevant', question.relevant),
    ...logic('constraint', question.constraint),
    ...(messageId === null
      ? []
      : [attribute('constraintMsg', `jr:itext('${messageId}')`, 'javarosa')]),
    ...logic('calculate', question.calculate),
    ...kept.bindAttributes,
  ])
}

const same = (text: string): Expression => ({ text, expanded: text })

/** What the answer starts with, and what makes a repeat group go through a list (spec 11, 9.6). */
export function writeSetvalues({ question, path, repeats }: Visited, writer: Writer): XmlElement[] {
  const { initial, initialEvent, list } = question
  const set = (event: string, ref: string, value: Expression) =>
    writer.element('xforms', 'setvalue', [
      writer.attribute('event', event),
      writer.attribute('ref', ref),
      ...logicAttributes(writer, 'value', value),
    ])
  const usual = repeats ? 'jr-insert' : 'xforms-ready'
  const start = initial.text ? [set(initialEvent || usual, path, initial)] : []
  if (question.type !== 'Repeat' || !list.text) return start
  const query = { text: `join(' ', ${list.text})`, expanded: `join(' ', ${list.expanded})` }
  return [
    ...start,
    set('xforms-ready', `${path}/@ids`, query),
    set('xforms-ready', `${path}/@count`, same(`count-selected(${path}/@ids)`)),
    set('jr-insert', `${path}/item/@index`, same(`int(${path}/@current_index)`)),
    set('jr-insert', `${path}/item/@id`, same(`selected-at(${path}/@ids, ../@index)`)),
  ]
}

/** How far a repeat group has come in its list. */
export function writeListBind({ question, path }: Visited, { element, attribute }: Writer) {
  if (question.type !== 'Repeat' || !question.list.text) return []
  return [
    element('xforms', 'bind', [
      attribute('nodeset', `${path}/@current_index`),
      attribute('calculate', `count(${path}/item)`),
    ]),
  ]
}
