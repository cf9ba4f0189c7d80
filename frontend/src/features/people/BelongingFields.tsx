// SPDX-License-Identifier: Apache-2.0
import { Input, Stack } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { AddButton } from '../../ui/AddButton.tsx'
import { ChosenList } from '../../ui/ChosenList.tsx'
import { GroupChoices } from '../../ui/GroupChoices.tsx'
import { LocationsField } from '../../ui/LocationsField.tsx'
import { primaryOf } from '../../ui/primaryOf.ts'
import { useWorkerRights } from './useWorkerRights.ts'
import type { WorkerForm } from './WorkerFields.tsx'

/** Where a worker works and which groups she is in: both decide which cases come to her phone. */
export function BelongingFields({ form }: { form: WorkerForm }) {
  const t = useT()
  const rights = useWorkerRights()
  const { locations, groups } = form.values
  const primary = primaryOf(locations, form.values.primaryLocationId)
  return (
    <>
      {rights.assignsPlaces && (
        <LocationsField
          description={t('belonging.locations.help')}
          locations={locations}
          primary={primary}
          error={form.errors['locations']}
          onChange={(chosen) => form.setFieldValue('locations', chosen)}
          onPrimary={(value) => form.setFieldValue('primaryLocationId', value)}
        />
      )}
      {rights.edits && (
        <Stack component="fieldset" gap="xs" bd={0} p={0} m={0} miw={0}>
          <Input.Label component="legend">{t('belonging.groups')}</Input.Label>
          <Input.Description>{t('belonging.groups.help')}</Input.Description>
          <ChosenList
            label={t('belonging.groups')}
            items={groups}
            onRemove={(value) =>
              form.setFieldValue(
                'groups',
                groups.filter((each) => each.value !== value),
              )
            }
          />
          {form.errors['groups'] && <Input.Error>{form.errors['groups']}</Input.Error>}
          <AddButton label={t('belonging.groups.add')} side="start">
            {(close) => (
              <GroupChoices
                label={t('belonging.groups.add')}
                except={groups.map(({ value }) => value)}
                onChoose={(value, label, note) => {
                  close()
                  form.setFieldValue('groups', [...groups, { value, label, note }])
                }}
              />
            )}
          </AddButton>
        </Stack>
      )}
    </>
  )
}
