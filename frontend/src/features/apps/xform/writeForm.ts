// SPDX-License-Identifier: Apache-2.0
import type { Extra, Form } from './form.ts'
import { hashtagsIn, usualTransforms } from './hashtags.ts'
import { sourceOfInstance } from './instances.ts'
import { outputsIn } from './texts.ts'
import { logicOf, textsOf, visited, type Visited } from './walk.ts'
import { writeControls } from './writeControls.ts'
import { writeBind, writeData, writeListBind, writeSetvalues } from './writeModel.ts'
import { writerOf, type Writer } from './writer.ts'
import { TextBook } from './writeTexts.ts'
import { printXml } from './xml/printXml.ts'
import { namespaces, type XmlElement } from './xml/xml.ts'

/** The source of a form; the same form is always written in the same way. */
export function writeForm(form: Form): string {
  const writer = writerOf(form)
  const { element } = writer
  const book = new TextBook()
  const all = visited(form)
  const controls = writeControls(form.questions, `/${form.root}`, { form, writer, book })
  const binds = all.flatMap((each) => [
    writeBind(each, form, writer, book),
    ...writeListBind(each, writer),
  ])
  const model = element(
    'xforms',
    'model',
    [],
    [
      element('xforms', 'instance', [], [dataOf(form, writer)]),
      ...instancesOf(form, all, writer),
      ...binds,
      ...form.binds.map(extraElement(writer, 'bind')),
      book.element(form, writer),
      ...all.flatMap((each) => writeSetvalues(each, writer)),
      ...form.setvalues.map(extraElement(writer, 'setvalue')),
      ...form.kept.model,
    ],
  )
  const head = element(
    'xhtml',
    'head',
    [],
    [
      element('xhtml', 'title', [], form.title ? [form.title] : []),
      ...hashtagElements(form, all, writer),
      ...form.kept.head,
      model,
    ],
  )
  const body = element('xhtml', 'body', form.kept.body, controls)
  return printXml(element('xhtml', 'html', writer.root, [head, body]))
}

function dataOf(form: Form, writer: Writer): XmlElement {
  const xmlns = { name: 'xmlns', namespace: namespaces.xmlns, local: 'xmlns', value: form.xmlns }
  const hasName = form.kept.data.some((each) => each.name === 'name')
  const name = hasName ? [] : [writer.attribute('name', form.title)]
  return {
    name: form.root,
    namespace: form.xmlns,
    local: form.root,
    attributes: [xmlns, ...form.kept.data, ...name],
    children: [...writeData(form.questions, writer), ...form.kept.dataChildren],
  }
}

const extraElement =
  ({ element }: Writer, local: string) =>
  ({ attributes }: Extra) =>
    element('xforms', local, attributes)

/** The instances that the form declares, and those that its expressions need besides. */
function instancesOf(form: Form, all: Visited[], { element, attribute }: Writer): XmlElement[] {
  const declared = form.instances.map((instance) => instance.element)
  const known = new Set(form.instances.map(({ id }) => id))
  const written = [
    ...all.flatMap(({ question }) => logicOf(question).map(({ expanded }) => expanded)),
    ...form.binds.flatMap(({ attributes }) => attributes.map(({ value }) => value)),
    ...form.setvalues.flatMap(({ attributes }) => attributes.map(({ value }) => value)),
  ].join('\n')
  const used = [...written.matchAll(/\binstance\(\s*['"]([^'"]+)['"]\s*\)/g)].map(
    ([, id = '']) => id,
  )
  const missing = [...new Set(used)]
    .filter((id) => !known.has(id))
    .flatMap((id) => {
      const source = sourceOfInstance(id)
      return source === null
        ? []
        : [element('xforms', 'instance', [attribute('id', id), attribute('src', source)])]
    })
  return [...declared, ...missing]
}

/** The hashtags of cases and users that the form names, and what they stand for. */
function hashtagElements(form: Form, all: Visited[], { element }: Writer): XmlElement[] {
  const texts = all.flatMap(({ question }) => [
    ...logicOf(question).map(({ text }) => text),
    ...textsOf(question).flatMap(outputsIn),
  ])
  const tags = [...new Set(texts.flatMap(hashtagsIn))].toSorted()
  const known = { ...usualTransforms, ...form.transforms }
  const prefixes = Object.entries(known).filter(
    ([prefix]) =>
      Object.hasOwn(form.transforms, prefix) || tags.some((tag) => tag.startsWith(prefix)),
  )
  if (prefixes.length === 0) return []
  return [
    element(
      'vellum',
      'hashtags',
      [],
      [JSON.stringify(Object.fromEntries(tags.map((tag) => [tag, null])))],
    ),
    element(
      'vellum',
      'hashtagTransforms',
      [],
      [JSON.stringify({ prefixes: Object.fromEntries(prefixes) })],
    ),
  ]
}
