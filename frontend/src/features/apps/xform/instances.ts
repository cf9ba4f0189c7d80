// SPDX-License-Identifier: Apache-2.0

const sources: Readonly<Record<string, string>> = {
  casedb: 'jr://instance/casedb',
  commcaresession: 'jr://instance/session',
  ledgerdb: 'jr://instance/ledgerdb',
  groups: 'jr://fixture/user-groups',
  locations: 'jr://fixture/locations',
  reports: 'jr://fixture/commcare:reports',
}

/** Where the phone has the instance of that id (spec 11, 7); null for one that it does not know. */
export function sourceOfInstance(id: string): string | null {
  if (Object.hasOwn(sources, id)) return sources[id] ?? null
  return /^(item-list|commtrack|commcare-reports|indicators|schedule):/.test(id)
    ? `jr://fixture/${id}`
    : null
}
