// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import type { Translator } from '../../../lib/i18n/translator.ts'

const words: Partial<Record<string, { title: MessageKey; purpose: MessageKey }>> = {
  FormRepeater: { title: 'forwarderType.forms', purpose: 'forwarderType.forms.purpose' },
  CaseRepeater: { title: 'forwarderType.cases', purpose: 'forwarderType.cases.purpose' },
  CreateCaseRepeater: {
    title: 'forwarderType.newCases',
    purpose: 'forwarderType.newCases.purpose',
  },
  UpdateCaseRepeater: {
    title: 'forwarderType.updatedCases',
    purpose: 'forwarderType.updatedCases.purpose',
  },
  ShortFormRepeater: { title: 'forwarderType.stubs', purpose: 'forwarderType.stubs.purpose' },
  AppStructureRepeater: { title: 'forwarderType.apps', purpose: 'forwarderType.apps.purpose' },
  UserRepeater: { title: 'forwarderType.users', purpose: 'forwarderType.users.purpose' },
  LocationRepeater: {
    title: 'forwarderType.locations',
    purpose: 'forwarderType.locations.purpose',
  },
}

type Type = { slug: string; label: string }

/** What a type is called; one that came beside the usual ones says so itself. */
export function titleOf(t: Translator, { slug, label }: Type): string {
  const known = words[slug]
  return known ? t(known.title) : label
}

/** When it sends something. */
export function purposeOf(t: Translator, { slug }: Type): string {
  const known = words[slug]
  return known ? t(known.purpose) : ''
}

/** Which fields a type has beside those that all have. */
export function fieldsOf(slug: string) {
  const forms = slug.includes('Form')
  const cases = slug.includes('Case')
  return {
    appId: slug === 'FormRepeater',
    xmlnses: forms && slug !== 'ShortFormRepeater',
    caseTypes: cases,
    users: forms || cases,
  }
}
