// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'

export type ApplicationKind = 'CONFIDENTIAL' | 'PUBLIC' | 'SERVICE'

export const kindWords: Record<ApplicationKind, MessageKey> = {
  CONFIDENTIAL: 'oauth.kind.confidential',
  PUBLIC: 'oauth.kind.public',
  SERVICE: 'oauth.kind.service',
}
