// SPDX-License-Identifier: Apache-2.0
import type { CombinedError } from 'urql'
import type { Translator } from '../../lib/i18n/translator.ts'
import { errorCode } from '../../lib/graphql/errorCode.ts'
import type { Problem } from './EditForm.tsx'

type UserError = { message: string; field: string[] | null }

/** Everything that kept a mutation from doing its work, as the form shows it. */
export function problemsOf(
  t: Translator,
  error: CombinedError | undefined,
  userErrors: UserError[] | undefined,
): Problem[] | undefined {
  if (error) return [{ field: null, message: mutationFailure(t, error) }]
  if (!userErrors?.length) return undefined
  return userErrors.map(({ message, field }) => ({ field: field?.at(-1) ?? null, message }))
}

export function mutationFailure(t: Translator, error: CombinedError): string {
  switch (errorCode(error)) {
    case 'FORBIDDEN':
      return t('mutation.forbidden')
    case 'UNREACHABLE':
      return t('mutation.unreachable')
    default:
      return t('mutation.failed')
  }
}
