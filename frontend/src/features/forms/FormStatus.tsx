// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../../ui/Status.tsx'
import { formStates, type FormState } from './formState.ts'

export function FormStatus({ state }: { state: FormState }) {
  const t = useT()
  const { tone, label } = formStates[state]
  return <Status tone={tone} label={t(label)} />
}
