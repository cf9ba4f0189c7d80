// SPDX-License-Identifier: Apache-2.0
import { expressionOf, readExpression } from './expressions.ts'
import { noExpression, type Expression, type Extra, type Form } from './form.ts'
import { changeQuestion, isWithin } from './operations.ts'
import { found } from './walk.ts'
import { logicAttributes, writerOf } from './writer.ts'
import { elementsOf, isElement, namespaces, type XmlAttribute, type XmlElement } from './xml/xml.ts'

const caseNamespace = 'http://commcarehq.org/case/transaction/v2'

/** What a Save to Case does, as its designer sees it (spec 11, 9.5). */
export type CaseSave = {
  caseId: Expression
  creates: boolean
  name: Expression
  ownerId: Expression
  properties: readonly { name: string; value: Expression }[]
  closes: boolean
  closeCondition: Expression
}

/** What of the question's block has a field; the rest is kept when it is written again. */
export function readCaseSave(form: Form, key: string): CaseSave {
  const place = found(form, key)
  const path = `${place?.path ?? ''}/case`
  const block = place && caseIn(place.question.kept.dataChildren.filter(isElement))
  const part = (local: string) => block && elementsOf(block).find((each) => each.local === local)
  const update = part('update')
  const value = (target: string, name: string) => valueAt(form, `${path}${target}`, name)
  return {
    caseId: value('/@case_id', 'calculate'),
    creates: part('create') !== undefined,
    name: value('/create/case_name', 'calculate'),
    ownerId: value('/create/owner_id', 'calculate'),
    properties: (update ? elementsOf(update) : []).map(({ local }) => ({
      name: local,
      value: value(`/update/${local}`, 'calculate'),
    })),
    closes: part('close') !== undefined,
    closeCondition: value('/close', 'relevant'),
  }
}

/** The form with the block of the question made anew; indices and attachments stay as they were. */
export function withCaseSave(form: Form, key: string, save: CaseSave, caseType: string): Form {
  const place = found(form, key)
  if (!place) return form
  const path = `${place.path}/case`
  const block = caseIn(place.question.kept.dataChildren.filter(isElement))
  const others = block
    ? elementsOf(block).filter(({ local }) => !['create', 'update', 'close'].includes(local))
    : []
  const kept = ({ target }: Extra) =>
    !isWithin(target, path) || others.some(({ local }) => isWithin(target, `${path}/${local}`))
  const text = (calculation: string) => expressionOf(calculation, form)
  const bind = bindMaker(form, path)
  return {
    ...changeQuestion(form, key, {
      caseType,
      kept: { ...place.question.kept, dataChildren: [caseElement(save, others)] },
    }),
    setvalues: form.setvalues.filter(kept),
    binds: [
      ...form.binds.filter(kept),
      bind('/@date_modified', { calculate: text(`/${form.root}/meta/timeEnd`) }, 'xsd:dateTime'),
      bind('/@user_id', { calculate: text(`/${form.root}/meta/userID`) }),
      bind('/@case_id', { calculate: save.caseId }),
      ...(save.creates
        ? [
            bind('/create/case_type', { calculate: text(`'${caseType}'`) }),
            bind('/create/case_name', { calculate: save.name }),
            bind('/create/owner_id', {
              calculate: save.ownerId.text ? save.ownerId : text(`/${form.root}/meta/userID`),
            }),
          ]
        : []),
      ...save.properties.map(({ name, value }) => bind(`/update/${name}`, { calculate: value })),
      ...(save.closes ? [bind('/close', { relevant: save.closeCondition })] : []),
    ],
  }
}

const caseIn = (nodes: readonly XmlElement[]) => nodes.find(({ local }) => local === 'case')

function valueAt(form: Form, target: string, name: string): Expression {
  const isHere = (extra: Extra) => extra.target === target
  const bind = form.binds.find(isHere)
  const attributes = bind?.attributes ?? form.setvalues.find(isHere)?.attributes ?? []
  const attribute = bind ? name : 'value'
  const said = (namespace: string) =>
    attributes.find((each) => each.local === attribute && each.namespace === namespace)?.value ?? ''
  return readExpression(said(''), said(namespaces.vellum), form)
}

function bindMaker(form: Form, path: string) {
  const writer = writerOf(form)
  return (tail: string, logic: Readonly<Record<string, Expression>>, type = ''): Extra => ({
    target: `${path}${tail}`,
    attributes: [
      writer.attribute('nodeset', `${path}${tail}`),
      ...(type ? [writer.attribute('type', type)] : []),
      ...Object.entries(logic).flatMap(([name, each]) => logicAttributes(writer, name, each)),
    ],
  })
}

const plain = (name: string, value = ''): XmlAttribute => ({
  name,
  namespace: name === 'xmlns' ? namespaces.xmlns : '',
  local: name,
  value,
})

function caseElement(save: CaseSave, others: readonly XmlElement[]): XmlElement {
  const node = (local: string, children: XmlElement[] = []): XmlElement => ({
    name: local,
    namespace: caseNamespace,
    local,
    attributes: [],
    children,
  })
  const created = ['case_type', 'case_name', 'owner_id'].map((name) => node(name))
  return {
    ...node('case', [
      ...(save.creates ? [node('create', created)] : []),
      ...(save.properties.length > 0
        ? [
            node(
              'update',
              save.properties.map(({ name }) => node(name)),
            ),
          ]
        : []),
      ...(save.closes ? [node('close')] : []),
      ...others,
    ]),
    attributes: [
      plain('xmlns', caseNamespace),
      plain('case_id'),
      plain('date_modified'),
      plain('user_id'),
    ],
  }
}

/** What a new one begins with: it updates nothing yet. */
export const newCaseSave: CaseSave = {
  caseId: noExpression,
  creates: false,
  name: noExpression,
  ownerId: noExpression,
  properties: [],
  closes: false,
  closeCondition: noExpression,
}
