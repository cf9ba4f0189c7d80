// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useAppDocument, useLanguages, useXForm } from '../editing/EditingContext.tsx'
import { formPlace } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { noteOf, useProperties, userFields } from '../cases/useNames.ts'
import type { Completion } from '../xform/completions.ts'
import { shownWords } from '../xform/texts.ts'
import { visited } from '../xform/walk.ts'

/** The names that an expression of the form can use: its questions, properties of its case, the user's. */
export function useCompletions(formId: string): Completion[] {
  const form = useXForm(formId)
  const app = useAppDocument()
  const languages = useLanguages()
  const language = languages[0] ?? 'en'
  const type = textOf(formPlace(app, formId)?.menu['case_type'])
  const known = useProperties(type)
  return useMemo(() => {
    const questions = form ? visited(form) : []
    const place = formPlace(app, formId)
    const takesCase = place?.form['requires'] === 'case'
    const properties = takesCase ? ['case_name', ...known.properties] : []
    return [
      ...questions.map(({ path, question }): Completion => ({
        text: `#form${path.slice((form?.root.length ?? 0) + 1)}`,
        note: shownWords(question.label, language, form?.languages ?? []),
        kind: 'question',
      })),
      ...properties.map((property): Completion => ({
        text: `#case/${property}`,
        note: noteOf(property, known.words, type),
        kind: 'property',
      })),
      ...userFields.map((name): Completion => ({
        text: `#user/${name}`,
        note: '',
        kind: 'property',
      })),
    ]
  }, [app, form, formId, language, type, known])
}
