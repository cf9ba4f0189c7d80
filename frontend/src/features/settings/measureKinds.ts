// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../lib/i18n/languages.ts'

export type MeasureKind = ReturnType<typeof graphql.scalar<'RecoveryMeasureKind'>>

/** What a phone can do with an app, or a CommCare, that broke. */
export const measureKinds: Record<MeasureKind, MessageKey> = {
  APP_UPDATE: 'recoveryKind.appUpdate',
  APP_REINSTALL_AND_UPDATE: 'recoveryKind.appReinstall',
  APP_OFFLINE_REINSTALL_AND_UPDATE: 'recoveryKind.appOffline',
  CC_UPDATE: 'recoveryKind.commcareUpdate',
  CC_REINSTALL: 'recoveryKind.commcareReinstall',
}
