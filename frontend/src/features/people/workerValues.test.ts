// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import {
  emptyWorker,
  fixedBy,
  missingAnswers,
  readUserData,
  writeUserData,
  type DataSetup,
} from './workerValues.ts'

const field = (slug: string, required = false) => ({
  slug,
  label: slug,
  required,
  choices: [],
  regex: '',
  regexMessage: '',
})
const setup: DataSetup = {
  fields: [field('cadre', true), field('village')],
  profiles: [{ profileId: 'p1', name: 'Nurses', fields: { cadre: 'nurse' } }],
}

describe('user data', () => {
  it('is divided into what is asked for, the profile, and the rest', () => {
    const data = {
      cadre: 'chw',
      commcare_profile: 'p1',
      commcare_project: 'demo',
      user_type: 'standard',
      badge: '7',
    }
    const read = readUserData(data, setup)
    expect(read).toMatchObject({ profileId: 'p1', answers: { cadre: 'chw' } })
    expect(read.others.map(({ name, value }) => [name, value])).toEqual([['badge', '7']])
  })

  it('leaves out what the profile says, and what is empty', () => {
    const values = { profileId: 'p1', answers: { cadre: 'chw', village: '' }, others: [] }
    expect(writeUserData(values, setup)).toEqual({ commcare_profile: 'p1' })
  })

  it('keeps former values of a profile that was taken away', () => {
    const values = { profileId: '', answers: { cadre: 'nurse' }, others: [] }
    expect(writeUserData(values, setup)).toEqual({ cadre: 'nurse' })
  })

  it('misses required answers, unless the profile gives them', () => {
    expect(missingAnswers(emptyWorker, setup)).toEqual(['cadre'])
    expect(missingAnswers({ ...emptyWorker, profileId: 'p1' }, setup)).toEqual([])
    expect(fixedBy('p2', setup)).toEqual({})
  })
})
