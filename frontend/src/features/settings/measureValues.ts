// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { MeasureKind } from './measureKinds.ts'

export type MeasureValues = {
  appId: string
  kind: MeasureKind
  appVersionMin: string
  appVersionMax: string
  commcareVersionMin: string
  commcareVersionMax: string
  note: string
}

export const noMeasure: MeasureValues = {
  appId: '',
  kind: 'APP_UPDATE',
  appVersionMin: '',
  appVersionMax: '',
  commcareVersionMin: '',
  commcareVersionMax: '',
  note: '',
}

const given = (text: string) => text.trim() !== ''
const numberOf = (text: string) => (given(text) ? Number(text) : null)
const textOf = (text: string) => text.trim() || null
const isNumber = (text: string) => /^\d+$/.test(text.trim())

/** What is wrong with a measure, by the field at fault: it needs a whole range of the app, of CommCare, or both. */
export function measureProblems(values: MeasureValues): Record<string, MessageKey> {
  const { appId, appVersionMin, appVersionMax, commcareVersionMin, commcareVersionMax } = values
  const problems: Record<string, MessageKey> = {}
  if (!given(appId)) problems['appId'] = 'updatePrompts.appMissing'
  if (given(appVersionMin) !== given(appVersionMax)) {
    problems[given(appVersionMin) ? 'appVersionMax' : 'appVersionMin'] = 'addMeasure.bothEnds'
  }
  if (given(commcareVersionMin) !== given(commcareVersionMax)) {
    problems[given(commcareVersionMin) ? 'commcareVersionMax' : 'commcareVersionMin'] =
      'addMeasure.bothEnds'
  }
  for (const name of ['appVersionMin', 'appVersionMax'] as const) {
    if (given(values[name]) && !isNumber(values[name])) problems[name] = 'addMeasure.notNumber'
  }
  if (!given(appVersionMin + appVersionMax + commcareVersionMin + commcareVersionMax)) {
    problems['appVersionMin'] = 'addMeasure.noRange'
  }
  return problems
}

/** As the server is told. */
export function measureInput(values: MeasureValues) {
  return {
    appId: values.appId.trim(),
    kind: values.kind,
    appVersionMin: numberOf(values.appVersionMin),
    appVersionMax: numberOf(values.appVersionMax),
    commcareVersionMin: textOf(values.commcareVersionMin),
    commcareVersionMax: textOf(values.commcareVersionMax),
    note: values.note.trim(),
  }
}
