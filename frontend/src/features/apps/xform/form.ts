// SPDX-License-Identifier: Apache-2.0
import type { QuestionType } from './questionTypes.ts'
import type { XmlAttribute, XmlElement, XmlNode } from './xml/xml.ts'

/** An expression as people write it, with `#form/…` and `#case/…`, and as the phone runs it. */
export type Expression = { readonly text: string; readonly expanded: string }

export const noExpression: Expression = { text: '', expanded: '' }

/** One text in each language; by form: '' is what is read, others are `image`, `audio`, `markdown`… */
export type TextValues = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is shown of a question. `id` is null where it follows from the question's place. */
export type Text = { readonly id: string | null; readonly values: TextValues }

export const noText: Text = { id: null, values: {} }

export type Choice = {
  readonly key: string
  readonly value: string
  readonly label: Text
  /** Whether the value still follows the label. */
  readonly namedByLabel: boolean
}

/** Choices read from a lookup table or from cases. */
export type Itemset = {
  readonly nodeset: Expression
  readonly label: string
  readonly value: string
  readonly sort: string
}

/** What this editor has no field for and hands on as it was. */
export type Kept = {
  readonly dataAttributes: readonly XmlAttribute[]
  readonly dataChildren: readonly XmlNode[]
  readonly bindAttributes: readonly XmlAttribute[]
  readonly controlAttributes: readonly XmlAttribute[]
  readonly controlChildren: readonly XmlNode[]
  readonly repeatAttributes: readonly XmlAttribute[]
}

export const nothingKept: Kept = {
  dataAttributes: [],
  dataChildren: [],
  bindAttributes: [],
  controlAttributes: [],
  controlChildren: [],
  repeatAttributes: [],
}

export type Question = {
  /** Names the question within this editor, whatever it is called. */
  readonly key: string
  readonly id: string
  readonly type: QuestionType
  /** Whether the id still follows the label, as it does until somebody types one. */
  readonly namedByLabel: boolean
  /** The element that asks; says more than the type only for what we do not know. */
  readonly control: string
  readonly bindType: string
  readonly appearance: string
  readonly mediatype: string
  readonly imageSize: string
  readonly label: Text
  readonly hint: Text
  readonly help: Text
  readonly required: Expression
  readonly relevant: Expression
  readonly constraint: Expression
  readonly message: Text
  readonly calculate: Expression
  readonly initial: Expression
  /** When the answer gets it; '' for the usual moment. */
  readonly initialEvent: string
  readonly choices: readonly Choice[]
  readonly itemset: Itemset | null
  /** How often a repeat group repeats; empty: as often as the user says. */
  readonly count: Expression
  /** The ids that a repeat group goes through, one repetition for each (spec 11, 9.6). */
  readonly list: Expression
  readonly fixedSize: boolean
  readonly caseType: string
  readonly comment: string
  readonly children: readonly Question[]
  readonly kept: Kept
}

/** A `bind` or `setvalue` of something that is no question, such as the parts of a Save to Case. */
export type Extra = { readonly target: string; readonly attributes: readonly XmlAttribute[] }

export type SecondaryInstance = { readonly id: string; readonly element: XmlElement }

/** A form as its designer sees it, with all that she does not see. */
export type Form = {
  readonly title: string
  readonly xmlns: string
  readonly root: string
  /** The first is the default. */
  readonly languages: readonly string[]
  readonly questions: readonly Question[]
  readonly instances: readonly SecondaryInstance[]
  readonly binds: readonly Extra[]
  readonly setvalues: readonly Extra[]
  /** What hashtags of cases and users stand for, by their prefix. */
  readonly transforms: Readonly<Record<string, string>>
  readonly kept: {
    readonly html: readonly XmlAttribute[]
    readonly head: readonly XmlNode[]
    readonly model: readonly XmlNode[]
    readonly data: readonly XmlAttribute[]
    readonly dataChildren: readonly XmlNode[]
    readonly texts: TextsById
    readonly body: readonly XmlAttribute[]
  }
  readonly nextKey: number
}

/** Texts by language, id and form. */
export type TextsById = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>
