// SPDX-License-Identifier: Apache-2.0
import { objectOf, pairsOf, type Pair } from '../../lib/text/pairs.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import type { Chosen } from '../../ui/ChosenList.tsx'

export type DataField = {
  slug: string
  label: string
  required: boolean
  choices: string[]
  regex: string
  regexMessage: string
}
export type DataProfile = { profileId: string; name: string; fields: unknown }

/** What a project asks of its workers. */
export type DataSetup = { fields: readonly DataField[]; profiles: readonly DataProfile[] }

/** A worker while somebody writes about her. */
export type WorkerValues = {
  username: string
  password: string
  /** Whether she chooses it herself, by a link in a mail. */
  choosesPassword: boolean
  firstName: string
  lastName: string
  email: string
  language: string
  /** Name of her role; empty for the one of workers who are new. */
  role: string
  /** The day from which she is no longer let in; empty for none. */
  deactivateAfter: string
  phoneNumbers: Pair[]
  profileId: string
  /** Answers to the fields of the project, by slug. */
  answers: Record<string, string>
  /** Data that no field asks for. */
  others: Pair[]
  locations: Chosen[]
  primaryLocationId: string
  groups: Chosen[]
}

export const emptyWorker: WorkerValues = {
  username: '',
  password: '',
  choosesPassword: false,
  firstName: '',
  lastName: '',
  email: '',
  language: '',
  role: '',
  deactivateAfter: '',
  phoneNumbers: [],
  profileId: '',
  answers: {},
  others: [],
  locations: [],
  primaryLocationId: '',
  groups: [],
}

const profileKey = 'commcare_profile'

/** Set by the server for phones; nobody writes them. */
export function isOfTheServer(key: string): boolean {
  return key.startsWith('commcare') || key === 'user_type'
}

/** Divides the data of a worker into what is asked for and the rest. */
export function readUserData(json: unknown, { fields }: DataSetup) {
  const data = stringsOf(json)
  const asked = new Set(fields.map(({ slug }) => slug))
  const entries = Object.entries(data).filter(([key]) => !isOfTheServer(key))
  return {
    profileId: data[profileKey] ?? '',
    answers: Object.fromEntries(entries.filter(([key]) => asked.has(key))),
    others: pairsOf(Object.fromEntries(entries.filter(([key]) => !asked.has(key)))),
  }
}

/** What the profile says in place of the worker. */
export function fixedBy(profileId: string, { profiles }: DataSetup): Record<string, string> {
  return stringsOf(profiles.find((profile) => profile.profileId === profileId)?.fields)
}

/** The data as the server wants it: what a profile fixes is left to the server. */
export function writeUserData(
  { profileId, answers, others }: Pick<WorkerValues, 'profileId' | 'answers' | 'others'>,
  setup: DataSetup,
): Record<string, string> {
  const fixed = fixedBy(profileId, setup)
  const given = { ...objectOf(others), ...answers, ...(profileId && { [profileKey]: profileId }) }
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => value !== '' && !(key in fixed)),
  )
}

/** The first required field without an answer, and so on, by the path of its input. */
export function missingAnswers(values: WorkerValues, setup: DataSetup): string[] {
  const fixed = fixedBy(values.profileId, setup)
  return setup.fields
    .filter(({ slug, required }) => required && !(fixed[slug] ?? values.answers[slug]?.trim()))
    .map(({ slug }) => slug)
}

export const numbersOf = (phoneNumbers: readonly Pair[]) =>
  phoneNumbers.map(({ value }) => value.trim()).filter((value) => value !== '')

export const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, index) => each === b[index])
