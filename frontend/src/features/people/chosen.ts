// SPDX-License-Identifier: Apache-2.0
import type { Translator } from '../../lib/i18n/translator.ts'
import type { Chosen } from '../../ui/ChosenList.tsx'

type Place = { locationId: string; name: string; ancestors: readonly { name: string }[] }
type Group = { groupId: string; name: string; caseSharing: boolean }

export function chosenPlace({ locationId, name, ancestors }: Place): Chosen {
  return { value: locationId, label: name, note: ancestors.map((above) => above.name).join(' / ') }
}

export function chosenGroup(t: Translator, { groupId, name, caseSharing }: Group): Chosen {
  return { value: groupId, label: name, note: caseSharing ? t('groupSelect.caseSharing') : '' }
}
