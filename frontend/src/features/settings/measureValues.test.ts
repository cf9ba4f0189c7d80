// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { measureInput, measureProblems, noMeasure } from './measureValues.ts'

describe('a recovery measure', () => {
  it('needs an app and the versions it is for', () => {
    expect(measureProblems(noMeasure)).toEqual({
      appId: 'updatePrompts.appMissing',
      appVersionMin: 'addMeasure.noRange',
    })
  })

  it('needs both ends of a range, in numbers where they are builds of the app', () => {
    expect(measureProblems({ ...noMeasure, appId: 'a', appVersionMin: '4' })).toEqual({
      appVersionMax: 'addMeasure.bothEnds',
    })
    expect(
      measureProblems({ ...noMeasure, appId: 'a', appVersionMin: '4', appVersionMax: 'x' }),
    ).toEqual({ appVersionMax: 'addMeasure.notNumber' })
    expect(
      measureProblems({
        ...noMeasure,
        appId: 'a',
        commcareVersionMin: '2.53',
        commcareVersionMax: '2.54',
      }),
    ).toEqual({})
  })

  it('leaves out what was not said', () => {
    expect(
      measureInput({ ...noMeasure, appId: ' a ', appVersionMin: '4', appVersionMax: '9' }),
    ).toEqual({
      appId: 'a',
      kind: 'APP_UPDATE',
      appVersionMin: 4,
      appVersionMax: 9,
      commcareVersionMin: null,
      commcareVersionMax: null,
      note: '',
    })
  })
})
