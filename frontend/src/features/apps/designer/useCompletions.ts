// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useAppDocument, useLanguages, useXForm } from '../editing/EditingContext.tsx'
import { formPlace } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { propertiesOf } from '../cases/properties.ts'
import { useDictionary, withWords } from '../cases/useDictionary.ts'
import type { Completion } from '../xform/completions.ts'
import { shownWords } from '../xform/texts.ts'
import { visited } from '../xform/walk.ts'

const userFields = ['username', 'first_name', 'last_name', 'phone_number']

/** The names that an expression of the form can use: its questions, properties of its case, the user's. */
export function useCompletions(formId: string): Completion[] {
  const form = useXForm(formId)
  const app = useAppDocument()
  const languages = useLanguages()
  const language = languages[0] ?? 'en'
  const type = textOf(formPlace(app, formId)?.menu['case_type'])
  const words = useDictionary(type)
  return useMemo(() => {
    const questions = form ? visited(form) : []
    const place = formPlace(app, formId)
    const takesCase = place?.form['requires'] === 'case'
    const properties = takesCase ? ['case_name', ...withWords(propertiesOf(app, type), words)] : []
    return [
      ...questions.map(({ path, question }): Completion => ({
        text: `#form${path.slice((form?.root.length ?? 0) + 1)}`,
        note: shownWords(question.label, language, form?.languages ?? []),
        kind: 'question',
      })),
      ...properties.map((property): Completion => ({
        text: `#case/${property}`,
        note:
          [words.get(property)?.label, words.get(property)?.description]
            .filter(Boolean)
            .join(' – ') || type,
        kind: 'property',
      })),
      ...userFields.map((name): Completion => ({
        text: `#user/${name}`,
        note: '',
        kind: 'property',
      })),
    ]
  }, [app, form, formId, language, type, words])
}
