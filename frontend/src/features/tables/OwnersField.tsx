// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Group, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddButton } from '../../ui/AddButton.tsx'
import { GroupChoices } from '../../ui/GroupChoices.tsx'
import { LocationChoices } from '../../ui/LocationChoices.tsx'
import { WorkerChoices } from '../../ui/WorkerChoices.tsx'
import { OwnerName } from './OwnerName.tsx'
import classes from './OwnersField.module.css'
import type { Owner } from './rowValues.ts'

type Props = { owners: readonly Owner[]; onChange: (owners: Owner[]) => void }

/** Whom a row is for: users, groups, and locations with all that stands below them. */
export function OwnersField({ owners, onChange }: Props) {
  const t = useT()
  const { may } = useProject()
  const add = (owner: Owner) => onChange([...owners.filter((each) => !isSame(each, owner)), owner])
  return (
    <fieldset className={classes['owners']}>
      <legend>{t('lookupRow.owners')}</legend>
      <Text size="xs" c="dimmed" mb="xs">
        {t('lookupRow.owners.help')}
      </Text>
      {owners.length > 0 && (
        <ul className={classes['list']}>
          {owners.map((owner) => (
            <li key={`${owner.kind} ${owner.id}`}>
              <OwnerName owner={owner} />
              <CloseButton
                size="sm"
                aria-label={t('lookupRow.removeOwner')}
                onClick={() => onChange(owners.filter((each) => !isSame(each, owner)))}
              />
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs">
        {(may('view_commcare_users') || may('edit_commcare_users')) && (
          <AddButton side="start" label={t('lookupRow.addUser')}>
            {(close) => (
              <WorkerChoices
                label={t('lookupRow.addUser')}
                onChoose={(id) => {
                  close()
                  add({ kind: 'USER', id })
                }}
              />
            )}
          </AddButton>
        )}
        {(may('view_groups') || may('edit_groups') || may('edit_commcare_users')) && (
          <AddButton side="start" label={t('lookupRow.addGroup')}>
            {(close) => (
              <GroupChoices
                label={t('lookupRow.addGroup')}
                onChoose={(id) => {
                  close()
                  add({ kind: 'GROUP', id })
                }}
              />
            )}
          </AddButton>
        )}
        {(may('view_locations') || may('edit_locations')) && (
          <AddButton side="start" label={t('lookupRow.addLocation')}>
            {(close) => (
              <LocationChoices
                label={t('lookupRow.addLocation')}
                onChoose={(id) => {
                  close()
                  add({ kind: 'LOCATION', id })
                }}
              />
            )}
          </AddButton>
        )}
      </Group>
    </fieldset>
  )
}

function isSame(one: Owner, other: Owner): boolean {
  return one.kind === other.kind && one.id === other.id
}
