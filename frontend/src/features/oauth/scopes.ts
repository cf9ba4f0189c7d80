// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'

/** Each scope in words that say what the program will be able to do. */
export const scopeWords: Record<string, MessageKey> = {
  access_apis: 'oauth.scope.apis',
  'reports:view': 'oauth.scope.reports',
  mobile_access: 'oauth.scope.mobile',
  sync: 'oauth.scope.mobile',
  openid: 'oauth.scope.openid',
  profile: 'oauth.scope.profile',
  email: 'oauth.scope.email',
}

/** Those that a new program may ask for; `sync` is only another name. */
export const choosableScopes = [
  'access_apis',
  'reports:view',
  'mobile_access',
  'openid',
  'profile',
  'email',
]

/** What a program learns about a person, which one that acts for itself does not have. */
export const personalScopes = ['openid', 'profile', 'email']
