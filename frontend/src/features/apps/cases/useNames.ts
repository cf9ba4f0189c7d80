// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useAppDocument } from '../editing/EditingContext.tsx'
import type { Completion } from '../xform/completions.ts'
import { propertiesOf, userCaseType } from './properties.ts'
import { useDictionary, withWords, type Words } from './useDictionary.ts'

/** What the case of every worker says of her. */
export const userFields = ['username', 'first_name', 'last_name', 'phone_number']
const ofCases = ['case_name', 'date_opened', 'last_modified', 'external_id']
const attributes = ['@case_id', '@case_type', '@owner_id', '@status']
const ofSession = ['userid', 'username', 'deviceid', 'appversion', 'applanguage']

/** The properties of cases of a type that forms save or the dictionary has, with the dictionary's words. */
export function useProperties(caseType: string): {
  properties: string[]
  words: ReadonlyMap<string, Words>
} {
  const app = useAppDocument()
  const words = useDictionary(caseType)
  return useMemo(
    () => ({ properties: caseType ? withWords(propertiesOf(app, caseType), words) : [], words }),
    [app, caseType, words],
  )
}

/** What an expression can name that is asked of each case of a type: its properties by themselves, the user, the session. */
export function useNamesInCase(caseType: string): Completion[] {
  const { properties, words } = useProperties(caseType)
  const others = useSessionNames()
  return useMemo(
    () => [
      ...[...new Set([...ofCases.slice(0, 1), ...properties, ...ofCases, ...attributes])].map(
        (name) => named(name, noteOf(name, words, caseType)),
      ),
      ...others,
    ],
    [properties, words, caseType, others],
  )
}

/** What a condition of a menu or a form can name: the case that was chosen, if there is one, the user and the session. */
export function useSessionNames(caseType = ''): Completion[] {
  const { properties, words } = useProperties(caseType)
  const user = useProperties(userCaseType)
  return useMemo(() => {
    const chosen = caseType ? ['case_name', ...properties] : []
    const ofUser = [...new Set([...userFields, ...user.properties])]
    return [
      ...chosen.map((name) => named(`#case/${name}`, noteOf(name, words, caseType))),
      ...ofUser.map((name) => named(`#user/${name}`, noteOf(name, user.words, ''))),
      ...ofSession.map((name) => named(`#session/context/${name}`, '')),
    ]
  }, [caseType, properties, words, user])
}

const named = (text: string, note: string): Completion => ({ text, note, kind: 'property' })

/** What the dictionary says of a property, or else of what it is one. */
export function noteOf(name: string, words: ReadonlyMap<string, Words>, caseType: string): string {
  const { label, description } = words.get(name) ?? {}
  return [label, description].filter(Boolean).join(' – ') || caseType
}
