// SPDX-License-Identifier: Apache-2.0
import { readExpression } from './expressions.ts'
import {
  noExpression,
  noText,
  type Choice,
  type Expression,
  type Extra,
  type Itemset,
  type Question,
  type Text,
  type TextValues,
} from './form.ts'
import { shapeOf, shapes, typeOf } from './questionTypes.ts'
import type { Control } from './readControls.ts'
import type { Sources, Taking } from './readQuestions.ts'
import { wordsOf } from './texts.ts'
import { UnreadableForm } from './UnreadableForm.ts'
import {
  attributeOf,
  contentOf,
  elementsOf,
  isElement,
  namespaces,
  textIn,
  type XmlAttribute,
  type XmlElement,
  type XmlNode,
} from './xml/xml.ts'

const { vellum, javarosa } = namespaces

type Found = {
  node: XmlElement
  path: string
  control: Control | undefined
  key: string
  children: Question[]
  rest: readonly XmlNode[]
}

const bindFields = [
  'nodeset',
  'type',
  'relevant',
  'constraint',
  'required',
  'calculate',
  'constraintMsg',
]
const controlFields = [
  'ref',
  'nodeset',
  'bind',
  'appearance',
  'mediatype',
  'imageDimensionScaledMax',
]
const repeatFields = ['nodeset', 'count', 'noAddRemove']
const knownChildren = new Set(['label', 'hint', 'help', 'item', 'itemset', 'group', 'repeat'])
for (const { tag } of Object.values(shapes)) knownChildren.add(tag)

const isUnknown = (node: XmlNode) =>
  isElement(node) && !(node.namespace === namespaces.xforms && knownChildren.has(node.local))

const of = (attributes: readonly XmlAttribute[], local: string, namespace = '') =>
  attributes.find((each) => each.local === local && each.namespace === namespace)?.value ?? ''

/** One question out of its node, its control, its bind and its texts. */
export function readQuestion(found: Found, taking: Taking, sources: Sources): Question {
  const { node, path, control, key, children, rest } = found
  const { language } = sources
  const bind = taking.bind(path)
  const start = taking.setvalue(path)
  const bindAttributes = bind?.attributes ?? []
  const logic = (attributes: readonly XmlAttribute[], local: string): Expression =>
    readExpression(of(attributes, local), of(attributes, local, vellum), language)

  const element = control?.element
  const itemset = element && elementsOf(element).find(({ local }) => local === 'itemset')
  const appearance = element ? attributeOf(element, 'appearance') : ''
  const type = typeOf({
    role: attributeOf(node, 'role', vellum),
    tag: control?.tag ?? '',
    bindType: of(bindAttributes, 'type'),
    appearance,
    mediatype: element ? attributeOf(element, 'mediatype') : '',
    hasItemset: itemset !== undefined,
  })
  const { mark } = shapeOf(type)
  const goesThroughList = control?.tag === 'repeat' && control.path !== path
  const ids = goesThroughList ? idsOf(path, taking) : undefined
  const repeatAttributes = control?.repeat?.attributes ?? []
  const namePath = path.slice(language.root.length + 2)

  const textOf = (reference: string, inline: XmlElement | undefined, usual: string): Text => {
    const id = textId(reference)
    if (id !== null) {
      taking.textIds.add(id)
      return { id: id === usual ? null : id, values: valuesOf(sources, id) }
    }
    const words = reference ? `<output value="${reference}"/>` : inline ? wordsOf(inline) : ''
    if (!words.trim()) return noText
    return { id: null, values: { [sources.defaultLanguage]: { '': words } } }
  }
  const childText = (owner: XmlElement | undefined, local: string, usual: string): Text => {
    const child = owner && elementsOf(owner).find((each) => each.local === local)
    return child ? textOf(attributeOf(child, 'ref'), child, usual) : noText
  }
  const message = of(bindAttributes, 'constraintMsg', javarosa)
  const choices = element
    ? elementsOf(element)
        .filter(({ local }) => local === 'item')
        .map((item, index): Choice => {
          const value = textIn(
            elementsOf(item).find(({ local }) => local === 'value') ?? item,
          ).trim()
          const label = childText(item, 'label', `${namePath}-${value}-label`)
          return { key: `${key}c${index + 1}`, value, label, namedByLabel: false }
        })
    : []

  return {
    key,
    id: node.local,
    type,
    namedByLabel: false,
    control: element && type === 'Other' ? element.local : '',
    bindType: of(bindAttributes, 'type'),
    appearance: appearance
      .split(/\s+/)
      .filter((word) => word && word !== mark)
      .join(' '),
    mediatype: element ? attributeOf(element, 'mediatype') : '',
    imageSize: element ? attributeOf(element, 'imageDimensionScaledMax', javarosa) : '',
    label: childText(element, 'label', `${namePath}-label`),
    hint: childText(element, 'hint', `${namePath}-hint`),
    help: childText(element, 'help', `${namePath}-help`),
    required: logic(bindAttributes, 'required'),
    relevant: logic(bindAttributes, 'relevant'),
    constraint: logic(bindAttributes, 'constraint'),
    message:
      message && textId(message) === null
        ? { id: null, values: { [sources.defaultLanguage]: { '': message } } }
        : textOf(message, undefined, `${namePath}-constraintMsg`),
    calculate: logic(bindAttributes, 'calculate'),
    initial: start ? logic(start.attributes, 'value') : literal(node, control),
    initialEvent: start ? of(start.attributes, 'event') : '',
    choices,
    itemset: itemset ? readItemset(itemset, language) : null,
    count: goesThroughList
      ? noExpression
      : readExpression(
          of(repeatAttributes, 'count', javarosa),
          of(repeatAttributes, 'count', vellum),
          language,
        ),
    list: ids ? joined(logic(ids.attributes, 'value')) : noExpression,
    fixedSize: of(repeatAttributes, 'noAddRemove', javarosa).startsWith('true'),
    caseType: attributeOf(node, 'case_type', vellum),
    comment: attributeOf(node, 'comment', vellum),
    children,
    kept: {
      dataAttributes: node.attributes.filter(
        ({ local, namespace }) =>
          !(namespace === vellum && ['comment', 'case_type', 'role'].includes(local)) &&
          !(namespace === javarosa && local === 'template') &&
          !(goesThroughList && ['ids', 'count', 'current_index'].includes(local)),
      ),
      dataChildren: keptData(rest, control),
      bindAttributes: others(bindAttributes, bindFields),
      controlAttributes: others(element?.attributes ?? [], [
        ...controlFields,
        ...(element === control?.repeat ? repeatFields : []),
      ]),
      controlChildren: element ? contentOf(element).filter(isUnknown) : [],
      repeatAttributes: others(repeatAttributes, repeatFields),
    },
  }
}

/** Attributes that no field of ours holds; the builder's doubles of those that one holds are made anew. */
function others(attributes: readonly XmlAttribute[], fields: string[]): XmlAttribute[] {
  return attributes.filter(
    ({ local, namespace }) =>
      !(['', vellum, javarosa] as string[]).includes(namespace) || !fields.includes(local),
  )
}

/** A value that stands in the node itself is what the answer starts with. */
function literal(node: XmlElement, control: Control | undefined): Expression {
  const text = node.children.every((child) => typeof child === 'string') ? textIn(node).trim() : ''
  if (!text || control?.tag === 'group' || control?.tag === 'repeat') return noExpression
  const quoted = text.includes("'") ? `"${text.replaceAll('"', "'")}"` : `'${text}'`
  return { text: quoted, expanded: quoted }
}

function keptData(rest: readonly XmlNode[], control: Control | undefined): XmlNode[] {
  if (control && control.tag !== 'group' && control.tag !== 'repeat') return []
  return rest
    .filter((node) => typeof node !== 'string' || node.trim())
    .filter((node) => typeof node !== 'string')
}

function readItemset(itemset: XmlElement, language: Sources['language']): Itemset {
  const partOf = (local: string) => {
    const child = elementsOf(itemset).find((each) => each.local === local)
    return child ? attributeOf(child, 'ref') : ''
  }
  return {
    nodeset: readExpression(
      attributeOf(itemset, 'nodeset'),
      attributeOf(itemset, 'nodeset', vellum),
      language,
    ),
    label: partOf('label'),
    value: partOf('value'),
    sort: partOf('sort'),
  }
}

/** Takes all that makes a repeat group go through a list; it is made anew from the query alone. */
function idsOf(path: string, taking: Taking): Extra {
  for (const each of ['@count', 'item/@index', 'item/@id']) taking.setvalue(`${path}/${each}`)
  taking.bind(`${path}/@current_index`)
  const ids = taking.setvalue(`${path}/@ids`)
  if (!ids) throw new UnreadableForm('structure', `${path}/@ids`)
  return ids
}

/** The query inside `join(' ', query)`, which is all that differs between lists (spec 11, 9.6). */
const joined = ({ text, expanded }: Expression): Expression => ({
  text: queryIn(text),
  expanded: queryIn(expanded),
})

const queryIn = (ids: string) => /^join\(\s*(?:' '|" ")\s*,\s*(.*)\)$/s.exec(ids)?.[1] ?? ids

function textId(reference: string): string | null {
  return (
    /^\s*jr:itext\(\s*(?:'([^']*)'|"([^"]*)")\s*\)\s*$/.exec(reference)?.slice(1).find(Boolean) ??
    null
  )
}

function valuesOf({ texts }: Sources, id: string): TextValues {
  const values = Object.entries(texts).flatMap(([language, byId]) => {
    const forms = Object.hasOwn(byId, id) ? byId[id] : undefined
    return forms ? [[language, forms]] : []
  })
  return Object.fromEntries(values) as TextValues
}
