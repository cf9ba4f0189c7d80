// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject, type Permission } from '../../../lib/project/ProjectContext.tsx'
import type { Chosen } from '../../../ui/ChosenList.tsx'
import { GroupChoices } from '../../../ui/GroupChoices.tsx'
import { LocationChoices } from '../../../ui/LocationChoices.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { WorkerChoices } from '../../../ui/WorkerChoices.tsx'

type Kind = 'worker' | 'group' | 'location'

const kinds: { kind: Kind; label: MessageKey; needs: Permission[] }[] = [
  {
    kind: 'worker',
    label: 'owner.worker',
    needs: ['view_commcare_users', 'edit_commcare_users'],
  },
  {
    kind: 'group',
    label: 'owner.group',
    needs: ['view_groups', 'edit_groups', 'edit_commcare_users'],
  },
  { kind: 'location', label: 'owner.location', needs: ['view_locations', 'edit_locations'] },
]

/** Finds who is to own cases: a mobile worker, a case-sharing group or a location. */
export function OwnerChoices({ onChoose }: { onChoose: (owner: Chosen) => void }) {
  const t = useT()
  const { may } = useProject()
  const seen = kinds.filter(({ needs }) => needs.some(may))
  const [picked, setPicked] = useState<string | undefined>(seen[0]?.kind)
  const choose = (value: string, label: string, note: string) => onChoose({ value, label, note })
  const label = t('owner.which')
  if (!picked) return <p>{t('owner.none')}</p>
  return (
    <>
      <SelectField
        label={t('owner.kind')}
        options={seen.map((each) => ({ value: each.kind, label: t(each.label) }))}
        value={picked}
        onChange={setPicked}
      />
      {picked === 'worker' && <WorkerChoices label={label} activeOnly inDialog onChoose={choose} />}
      {picked === 'group' && <GroupChoices label={label} caseSharing inDialog onChoose={choose} />}
      {picked === 'location' && (
        <LocationChoices label={label} sharesCases inDialog onChoose={choose} />
      )}
    </>
  )
}
