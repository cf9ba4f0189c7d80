// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useAppDocument, useLanguages, useXForm } from '../editing/EditingContext.tsx'
import { formPlace } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { propertiesOf } from '../cases/properties.ts'
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
  return useMemo(() => {
    const questions = form ? visited(form) : []
    const place = formPlace(app, formId)
    const takesCase = place?.form['requires'] === 'case'
    const type = textOf(place?.menu['case_type'])
    const properties = takesCase ? ['case_name', ...propertiesOf(app, type)] : []
    return [
      ...questions.map(({ path, question }): Completion => ({
        text: `#form${path.slice((form?.root.length ?? 0) + 1)}`,
        note: shownWords(question.label, language, form?.languages ?? []),
        kind: 'question',
      })),
      ...properties.map((property): Completion => ({
        text: `#case/${property}`,
        note: type,
        kind: 'property',
      })),
      ...userFields.map((name): Completion => ({
        text: `#user/${name}`,
        note: '',
        kind: 'property',
      })),
    ]
  }, [app, form, formId, language])
}
