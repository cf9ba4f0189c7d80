// SPDX-License-Identifier: Apache-2.0
import { Fieldset, Stack, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { labelOf, type Corrections, type FormText } from './correctedTexts.ts'

type Props = {
  texts: FormText[]
  corrections: Corrections
  onChange: (text: FormText, value: string) => void
}

/** Answers first, then what was saved to each case. */
export function TextFields({ texts, corrections, onChange }: Props) {
  const t = useT()
  const fields = (caseId: string | null): ReactNode =>
    texts
      .filter((text) => text.caseId === caseId)
      .map((text) => (
        <Textarea
          key={text.path}
          autosize
          minRows={1}
          label={labelOf(text)}
          value={corrections[text.path] ?? text.value}
          onChange={(event) => onChange(text, event.currentTarget.value)}
        />
      ))
  const cases = [...new Set(texts.map(({ caseId }) => caseId))].filter((id) => id !== null)
  return (
    <>
      {fields(null)}
      {cases.map((caseId) => (
        <Fieldset key={caseId} legend={t('cleanForm.case', { caseId })}>
          <Stack gap="sm">{fields(caseId)}</Stack>
        </Fieldset>
      ))}
    </>
  )
}
