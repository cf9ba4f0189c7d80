// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useEditing } from '../editing/EditingContext.tsx'
import type { Form } from '../xform/form.ts'
import { addQuestion } from '../xform/operations.ts'
import { holdsQuestions, type QuestionType } from '../xform/questionTypes.ts'
import { found, pathsOf } from '../xform/walk.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { withStartChoices } from './startChoices.ts'
import classes from './FormDesigner.module.css'
import { FormSource } from './FormSource.tsx'
import { QuestionPanel } from './QuestionPanel.tsx'
import { QuestionTree } from './QuestionTree.tsx'
import { UploadSource } from './UploadSource.tsx'

/** The questions of a form as a tree, and what there is to say about the chosen one. */
export function FormDesigner({ formId }: { formId: string }) {
  return (
    <FormSource formId={formId}>{(form) => <Designer formId={formId} form={form} />}</FormSource>
  )
}

function Designer({ formId, form }: { formId: string; form: Form }) {
  const t = useT()
  const editing = useEditing()
  const [params] = useSearchParams()
  const [uploading, setUploading] = useState(false)
  const [chosen, setChosen] = useState<string | null>(() => keyAt(form, params.get('question')))
  const place = chosen === null ? undefined : found(form, chosen)
  const current = place?.question
  const choose = useCallback((key: string | null) => setChosen(key), [])

  /** Behind the chosen question, or at the end of the chosen group. */
  const add = (type: QuestionType) => {
    const target = !place
      ? { parent: null, index: form.questions.length }
      : current && holdsQuestions(current.type)
        ? { parent: current.key, index: current.children.length }
        : { parent: place.parent?.key ?? null, index: place.index + 1 }
    let added = ''
    editing.changeForm(formId, (before) => {
      const [next, key] = addQuestion(before, type, target)
      added = key
      return withStartChoices(next, key, before.languages[0] ?? 'en', (number) =>
        t('question.choice', { number }),
      )
    })
    setChosen(added)
    requestAnimationFrame(() => document.getElementById(`label-${added}`)?.focus())
  }
  return (
    <>
      <Group mb="md">
        <AddQuestion onAdd={add} />
        <Button variant="default" onClick={() => setUploading(true)}>
          {t('designer.upload')}
        </Button>
      </Group>
      <div className={classes['designer']}>
        {form.questions.length === 0 ? (
          <EmptyState title={t('designer.empty.title')} hint={t('designer.empty.hint')} />
        ) : (
          <QuestionTree formId={formId} form={form} chosen={chosen} onChoose={choose} />
        )}
        {current && (
          <QuestionPanel key={current.key} formId={formId} form={form} question={current} />
        )}
      </div>
      {uploading && <UploadSource formId={formId} onClose={() => setUploading(false)} />}
    </>
  )
}

function keyAt(form: Form, path: string | null): string | null {
  if (!path) return form.questions[0]?.key ?? null
  return [...pathsOf(form)].find(([, each]) => each === path)?.[0] ?? null
}
