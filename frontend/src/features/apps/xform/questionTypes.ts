// SPDX-License-Identifier: Apache-2.0

/** Every kind of question of the form builder (spec 11, 9.2). `Other` is shown and kept, not made. */
export type QuestionType = keyof typeof shapes

export type Shape = {
  /** The element of the body that asks; '' for what is never shown. */
  tag: string
  bindType: string
  /** The word of `appearance` that makes the type. */
  mark?: string
  mediatype?: string
  /** What new questions start with. */
  appearance?: string
}

export const shapes = {
  Text: { tag: 'input', bindType: 'xsd:string' },
  PhoneNumber: { tag: 'input', bindType: 'xsd:string', mark: 'numeric' },
  Int: { tag: 'input', bindType: 'xsd:int' },
  Double: { tag: 'input', bindType: 'xsd:double' },
  Long: { tag: 'input', bindType: 'xsd:long' },
  Date: { tag: 'input', bindType: 'xsd:date' },
  Time: { tag: 'input', bindType: 'xsd:time' },
  DateTime: { tag: 'input', bindType: 'xsd:dateTime' },
  Select: { tag: 'select1', bindType: '' },
  MSelect: { tag: 'select', bindType: '' },
  SelectDynamic: { tag: 'select1', bindType: '' },
  MSelectDynamic: { tag: 'select', bindType: '' },
  Image: { tag: 'upload', bindType: 'binary', mediatype: 'image/*' },
  Audio: { tag: 'upload', bindType: 'binary', mediatype: 'audio/*' },
  Video: { tag: 'upload', bindType: 'binary', mediatype: 'video/*' },
  Document: { tag: 'upload', bindType: 'binary', mediatype: 'application/*,text/*' },
  Signature: { tag: 'upload', bindType: 'binary', mediatype: 'image/*', mark: 'signature' },
  Barcode: { tag: 'input', bindType: 'barcode' },
  Geopoint: { tag: 'input', bindType: 'geopoint' },
  Secret: { tag: 'secret', bindType: 'xsd:string' },
  Trigger: { tag: 'trigger', bindType: '', appearance: 'minimal' },
  Group: { tag: 'group', bindType: '' },
  FieldList: { tag: 'group', bindType: '', mark: 'field-list' },
  Repeat: { tag: 'group', bindType: '' },
  DataBindOnly: { tag: '', bindType: '' },
  SaveToCase: { tag: '', bindType: '' },
  Other: { tag: '', bindType: '' },
} satisfies Record<string, Shape>

export const shapeOf = (type: QuestionType): Shape => shapes[type]

const containers: readonly QuestionType[] = ['Group', 'FieldList', 'Repeat']
const fromList: readonly QuestionType[] = ['Select', 'MSelect']
const fromData: readonly QuestionType[] = ['SelectDynamic', 'MSelectDynamic']
const unseen: readonly QuestionType[] = ['DataBindOnly', 'SaveToCase']

export const holdsQuestions = (type: QuestionType) => containers.includes(type)
export const hasChoices = (type: QuestionType) => fromList.includes(type)
export const hasItemset = (type: QuestionType) => fromData.includes(type)
export const isHidden = (type: QuestionType) => unseen.includes(type)
/** Whether the phone's user answers it, so that an answer may be demanded, checked and given beforehand. */
export const isAnswered = (type: QuestionType) =>
  !containers.includes(type) && !unseen.includes(type) && type !== 'Trigger'

/** Into which types a question may be turned without losing its answer's meaning. */
export function kindredTypes(type: QuestionType): QuestionType[] {
  const families: QuestionType[][] = [
    ['Text', 'PhoneNumber', 'Int', 'Double', 'Long', 'Date', 'Time', 'DateTime', 'Barcode'],
    ['Select', 'MSelect'],
    ['SelectDynamic', 'MSelectDynamic'],
    ['Image', 'Audio', 'Video', 'Document', 'Signature'],
    ['Group', 'FieldList'],
  ]
  const inputs = ['Geopoint', 'Secret', 'Trigger', 'DataBindOnly'] as const
  const family = families.find((each) => each.includes(type))
  if (family?.[0] === 'Text') return [...family, ...inputs]
  if (inputs.some((each) => each === type)) return [...(families[0] ?? []), ...inputs]
  return family ?? [type]
}

type Seen = {
  role: string
  tag: string
  bindType: string
  appearance: string
  mediatype: string
  hasItemset: boolean
}

/** The type of what stands in a source. */
export function typeOf({ role, tag, bindType, appearance, mediatype, hasItemset: dynamic }: Seen) {
  const words = appearance.split(/\s+/)
  if (role === 'SaveToCase') return 'SaveToCase'
  switch (tag) {
    case '':
      return 'DataBindOnly'
    case 'repeat':
      return 'Repeat'
    case 'group':
      return words.includes('field-list') ? 'FieldList' : 'Group'
    case 'trigger':
      return 'Trigger'
    case 'select1':
      return dynamic ? 'SelectDynamic' : 'Select'
    case 'select':
      return dynamic ? 'MSelectDynamic' : 'MSelect'
    case 'secret':
      return 'Secret'
    case 'upload':
      return words.includes('signature') ? 'Signature' : uploadType(mediatype)
    case 'input':
      return appearance.startsWith('intent:') ? 'Other' : inputType(bindType, words)
    default:
      return 'Other'
  }
}

function uploadType(mediatype: string): QuestionType {
  const types: QuestionType[] = ['Image', 'Audio', 'Video', 'Document']
  return types.find((type) => shapeOf(type).mediatype === mediatype) ?? 'Other'
}

function inputType(bindType: string, words: string[]): QuestionType {
  const name = bindType.slice(bindType.indexOf(':') + 1)
  const types: Record<string, QuestionType> = {
    '': 'Text',
    string: words.includes('numeric') ? 'PhoneNumber' : 'Text',
    int: 'Int',
    integer: 'Int',
    double: 'Double',
    decimal: 'Double',
    float: 'Double',
    long: 'Long',
    date: 'Date',
    time: 'Time',
    dateTime: 'DateTime',
    barcode: 'Barcode',
    geopoint: 'Geopoint',
  }
  return Object.hasOwn(types, name) ? (types[name] ?? 'Other') : 'Other'
}
