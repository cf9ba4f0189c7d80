// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import type { QuestionType } from '../xform/questionTypes.ts'

/** The names of HQ's form builder. */
export const typeWords = {
  Text: 'question.type.text',
  PhoneNumber: 'question.type.phoneNumber',
  Int: 'question.type.int',
  Double: 'question.type.double',
  Long: 'question.type.long',
  Date: 'question.type.date',
  Time: 'question.type.time',
  DateTime: 'question.type.dateTime',
  Select: 'question.type.select',
  MSelect: 'question.type.mSelect',
  SelectDynamic: 'question.type.selectDynamic',
  MSelectDynamic: 'question.type.mSelectDynamic',
  Image: 'question.type.image',
  Audio: 'question.type.audio',
  Video: 'question.type.video',
  Document: 'question.type.document',
  Signature: 'question.type.signature',
  Barcode: 'question.type.barcode',
  Geopoint: 'question.type.geopoint',
  Secret: 'question.type.secret',
  Trigger: 'question.type.trigger',
  Group: 'question.type.group',
  FieldList: 'question.type.fieldList',
  Repeat: 'question.type.repeat',
  DataBindOnly: 'question.type.dataBindOnly',
  SaveToCase: 'question.type.saveToCase',
  Other: 'question.type.other',
} satisfies Record<QuestionType, MessageKey>

export const typeGroups: { title: MessageKey; types: QuestionType[] }[] = [
  { title: 'question.group.text', types: ['Text', 'PhoneNumber', 'Secret', 'Barcode'] },
  { title: 'question.group.numbers', types: ['Int', 'Double', 'Long', 'Date', 'Time', 'DateTime'] },
  {
    title: 'question.group.choices',
    types: ['Select', 'MSelect', 'SelectDynamic', 'MSelectDynamic'],
  },
  {
    title: 'question.group.media',
    types: ['Image', 'Audio', 'Video', 'Document', 'Signature', 'Geopoint'],
  },
  { title: 'question.group.logic', types: ['Trigger', 'DataBindOnly', 'SaveToCase'] },
  { title: 'question.group.groups', types: ['Group', 'FieldList', 'Repeat'] },
]
