// SPDX-License-Identifier: Apache-2.0
import type { Translator } from '../../lib/i18n/translator.ts'
import type { SignInFailure } from '../../lib/session/sessionApi.ts'

export function failureText(t: Translator, failure: SignInFailure): string {
  switch (failure.code) {
    case 'CODE_REQUIRED':
    case 'CODE_WRONG':
    case 'SSO_REQUIRED':
      return ''
    case 'WRONG_CREDENTIALS':
      return t('signIn.wrongCredentials')
    case 'LOCKED_OUT':
      return failure.retryAfterSeconds === undefined
        ? t('signIn.lockedOut')
        : t('signIn.lockedOutFor', { minutes: Math.ceil(failure.retryAfterSeconds / 60) })
    case 'UNREACHABLE':
      return t('signIn.unreachable')
  }
}
