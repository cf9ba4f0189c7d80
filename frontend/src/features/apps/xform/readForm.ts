// SPDX-License-Identifier: Apache-2.0
import type { Extra, Form } from './form.ts'
import { readControls } from './readControls.ts'
import { readQuestions } from './readQuestions.ts'
import { readLanguages, readTexts } from './texts.ts'
import { UnreadableForm } from './UnreadableForm.ts'
import { parseXml } from './xml/parseXml.ts'
import {
  attributeOf,
  childOf,
  contentOf,
  elementsOf,
  isElement,
  namespaces,
  textIn,
  XmlProblem,
  type XmlElement,
} from './xml/xml.ts'

const { xforms, xhtml, vellum } = namespaces

/**
 * The form that a source holds. Fails with `UnreadableForm` where its body does not follow its data, since then it is
 * no tree of questions.
 */
export function readForm(source: string): Form {
  const html = parsed(source)
  const head = childOf(html, xhtml, 'head') ?? missing('head')
  const body = childOf(html, xhtml, 'body') ?? missing('body')
  const model = childOf(head, xforms, 'model') ?? missing('model')
  const instances = elementsOf(model).filter(({ local }) => local === 'instance')
  const data = (instances[0] && elementsOf(instances[0])[0]) ?? missing('instance')
  const itext = childOf(model, xforms, 'itext')
  const texts = readTexts(itext)
  const binds = elementsOf(model).filter((each) => isXform(each, 'bind'))
  const setvalues = elementsOf(model).filter((each) => isXform(each, 'setvalue'))
  const transforms = readTransforms(head)

  const controls = readControls(body, (id) => {
    const bind = binds.find((each) => id !== '' && attributeOf(each, 'id') === id)
    return bind ? attributeOf(bind, 'nodeset') : ''
  })
  const read = readQuestions({
    data,
    controls,
    binds: binds.map((each) => extraOf(each, 'nodeset')),
    setvalues: setvalues.map((each) => extraOf(each, 'ref')),
    texts,
    language: { root: data.local, transforms },
    defaultLanguage: readLanguages(itext)[0] ?? 'en',
  })
  return {
    title: textIn(childOf(head, xhtml, 'title') ?? data).trim(),
    xmlns: data.namespace,
    root: data.local,
    languages: readLanguages(itext),
    questions: read.questions,
    instances: instances.slice(1).map((element) => ({ id: attributeOf(element, 'id'), element })),
    binds: read.binds,
    setvalues: read.setvalues,
    transforms,
    kept: {
      html: html.attributes,
      head: contentOf(head).filter((node) => !isElement(node) || !isMadeAnew(node)),
      model: contentOf(model).filter((node) => !isElement(node) || !isOurs(node)),
      data: data.attributes.filter(({ name }) => name !== 'xmlns'),
      dataChildren: read.dataChildren,
      texts: read.texts,
      body: body.attributes,
    },
    nextKey: read.nextKey,
  }
}

function parsed(source: string): XmlElement {
  try {
    const html = parseXml(source)
    return html.local === 'html' && html.namespace === xhtml ? html : missing('html')
  } catch (error) {
    if (error instanceof XmlProblem) throw new UnreadableForm('xml', error.message, error.line)
    throw error
  }
}

function missing(name: string): never {
  throw new UnreadableForm('not-a-form', `<${name}>`)
}

const isXform = (element: XmlElement, local: string) =>
  element.namespace === xforms && element.local === local

const isOurs = (element: XmlElement) =>
  ['instance', 'bind', 'setvalue', 'itext'].some((local) => isXform(element, local))

const isMadeAnew = (element: XmlElement) =>
  isXform(element, 'model') ||
  (element.namespace === xhtml && element.local === 'title') ||
  (element.namespace === vellum && element.local.startsWith('hashtag'))

function extraOf(element: XmlElement, target: 'nodeset' | 'ref'): Extra {
  const path = attributeOf(element, target) || attributeOf(element, 'bind')
  return { target: path.replace(/^#form\b/, '/data'), attributes: element.attributes }
}

/** What the source itself says that its hashtags stand for. */
function readTransforms(head: XmlElement): Record<string, string> {
  const element = childOf(head, vellum, 'hashtagTransforms')
  if (!element) return {}
  try {
    const { prefixes } = JSON.parse(textIn(element)) as { prefixes?: Record<string, unknown> }
    const known = Object.entries(prefixes ?? {}).filter(
      ([, meaning]) => typeof meaning === 'string',
    )
    return Object.fromEntries(known) as Record<string, string>
  } catch {
    return {}
  }
}
