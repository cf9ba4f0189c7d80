// SPDX-License-Identifier: Apache-2.0
import type { Extra, Question, TextsById } from './form.ts'
import type { Control } from './readControls.ts'
import { readQuestion } from './readQuestion.ts'
import { UnreadableForm } from './UnreadableForm.ts'
import {
  attributeOf,
  contentOf,
  elementsOf,
  isElement,
  namespaces,
  type XmlElement,
  type XmlNode,
} from './xml/xml.ts'

export type Sources = {
  data: XmlElement
  controls: Control[]
  binds: Extra[]
  setvalues: Extra[]
  texts: TextsById
  language: { root: string; transforms: Readonly<Record<string, string>> }
  defaultLanguage: string
}

export type ReadQuestions = {
  questions: Question[]
  /** What belongs to no question. */
  binds: Extra[]
  setvalues: Extra[]
  dataChildren: XmlNode[]
  texts: TextsById
  nextKey: number
}

/** Whatever a question takes from its source is taken once. */
export class Taking {
  readonly extras = new Set<Extra>()
  readonly textIds = new Set<string>()
  nextNumber = 1
  private readonly binds: Map<string, Extra>
  private readonly setvalues: Map<string, Extra>

  constructor({ binds, setvalues }: Sources) {
    this.binds = firstByTarget(binds)
    this.setvalues = firstByTarget(setvalues.filter(isStart))
  }

  bind(path: string): Extra | undefined {
    return this.take(this.binds.get(path))
  }

  setvalue(path: string): Extra | undefined {
    return this.take(this.setvalues.get(path))
  }

  private take(extra: Extra | undefined): Extra | undefined {
    if (extra) this.extras.add(extra)
    return extra
  }
}

const firstByTarget = (extras: Extra[]) =>
  new Map(extras.toReversed().map((extra) => [extra.target, extra]))

/** Whether it gives what an answer starts with; others, before sending, stay as they are. */
const isStart = ({ attributes }: Extra) =>
  attributes.some(
    ({ local, value }) => local === 'event' && /^(xforms-ready|jr-insert)$/.test(value),
  )

/** The tree of questions: the nodes of the data, with what the body asks at each of them. */
export function readQuestions(sources: Sources): ReadQuestions {
  const taking = new Taking(sources)
  const read = (parent: XmlElement, path: string, controls: Control[]) => {
    const rest: XmlNode[] = []
    const found: { question: Question; control: Control | undefined }[] = []
    const open = new Map(controls.map((control) => [control.path, control]))
    for (const node of contentOf(parent)) {
      const childPath = isElement(node) ? `${path}/${node.local}` : ''
      if (
        !isElement(node) ||
        isKept(node) ||
        found.some(({ question }) => question.id === node.local)
      ) {
        rest.push(node)
        continue
      }
      const control = open.get(childPath) ?? open.get(`${childPath}/item`)
      if (control) open.delete(control.path)
      found.push({ control, question: readOne(node, childPath, control) })
    }
    const [lost] = open.values()
    if (lost) throw new UnreadableForm('structure', lost.path)
    return { questions: inOrder(found, controls), rest }
  }
  const readOne = (node: XmlElement, path: string, control: Control | undefined): Question => {
    const key = `q${taking.nextNumber}`
    taking.nextNumber += 1
    const goesThroughList = control?.tag === 'repeat' && control.path !== path
    const inside = goesThroughList ? itemOf(node) : node
    const container = control && (control.tag === 'group' || control.tag === 'repeat')
    const { questions, rest } = container
      ? read(inside, control.path, control.children)
      : { questions: [], rest: node.children }
    return readQuestion({ node, path, control, key, children: questions, rest }, taking, sources)
  }
  const { questions, rest } = read(sources.data, `/${sources.language.root}`, sources.controls)
  return {
    questions,
    dataChildren: rest,
    binds: sources.binds.filter((extra) => !taking.extras.has(extra)),
    setvalues: sources.setvalues.filter((extra) => !taking.extras.has(extra)),
    texts: withoutTaken(sources.texts, taking.textIds),
    nextKey: taking.nextNumber,
  }
}

/** What is not asked and not calculated by a question: the form's meta, and blocks of other namespaces. */
function isKept(node: XmlElement): boolean {
  if (attributeOf(node, 'role', namespaces.vellum) !== '') return false
  return (
    node.local === 'meta' ||
    node.attributes.some(({ name }) => name === 'xmlns') ||
    node.name.includes(':')
  )
}

function itemOf(node: XmlElement): XmlElement {
  const item = elementsOf(node).find(({ local }) => local === 'item')
  if (!item) throw new UnreadableForm('structure', node.local)
  return item
}

type Found = { question: Question; control: Control | undefined }

/** Asked in the order of the body; what is hidden follows what it followed in the data. */
function inOrder(found: Found[], controls: Control[]): Question[] {
  const asked = found.filter(({ control }) => control)
  const wanted = controls.map((control) => asked.find((each) => each.control === control))
  if (wanted.every((each, index) => each === asked[index]))
    return found.map(({ question }) => question)
  const behind = new Map<Found | undefined, Question[]>()
  let last: Found | undefined
  for (const each of found) {
    if (each.control) last = each
    else behind.set(last, [...(behind.get(last) ?? []), each.question])
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...wanted.flatMap((each) => (each ? [each.question, ...(behind.get(each) ?? [])] : [])),
  ]
}

function withoutTaken(texts: TextsById, taken: Set<string>): TextsById {
  const languages = Object.entries(texts).map(([language, byId]) => [
    language,
    Object.fromEntries(Object.entries(byId).filter(([id]) => !taken.has(id))),
  ])
  return Object.fromEntries(languages) as TextsById
}
