// SPDX-License-Identifier: Apache-2.0
import { Button, Input, Stack, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { AddButton } from '../../ui/AddButton.tsx'
import { ChosenList } from '../../ui/ChosenList.tsx'
import { GroupChoices } from '../../ui/GroupChoices.tsx'
import { LocationChoices } from '../../ui/LocationChoices.tsx'
import { useWorkerRights } from './useWorkerRights.ts'
import type { WorkerForm } from './WorkerFields.tsx'
import { primaryOf } from './workerValues.ts'

/** Where a worker works and which groups she is in: both decide which cases come to her phone. */
export function BelongingFields({ form }: { form: WorkerForm }) {
  const t = useT()
  const rights = useWorkerRights()
  const { locations, groups } = form.values
  const primary = primaryOf(locations, form.values.primaryLocationId)
  return (
    <>
      {rights.assignsPlaces && (
        <Stack component="fieldset" gap="xs" bd={0} p={0} m={0} miw={0} align="stretch">
          <Input.Label component="legend">{t('belonging.locations')}</Input.Label>
          <Input.Description>{t('belonging.locations.help')}</Input.Description>
          <ChosenList
            label={t('belonging.locations')}
            items={locations}
            onRemove={(value) =>
              form.setFieldValue(
                'locations',
                locations.filter((each) => each.value !== value),
              )
            }
            beside={({ value, label }) =>
              value === primary ? (
                <Text size="sm" c="dimmed">
                  {t('belonging.primary')}
                </Text>
              ) : (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('belonging.makePrimaryName', { name: label })}
                  onClick={() => form.setFieldValue('primaryLocationId', value)}
                >
                  {t('belonging.makePrimary')}
                </Button>
              )
            }
          />
          {form.errors['locations'] && <Input.Error>{form.errors['locations']}</Input.Error>}
          <AddButton label={t('belonging.locations.add')} side="start">
            {(close) => (
              <LocationChoices
                label={t('belonging.locations.add')}
                except={locations.map(({ value }) => value)}
                onChoose={(value, label, note) => {
                  close()
                  form.setFieldValue('locations', [...locations, { value, label, note }])
                }}
              />
            )}
          </AddButton>
        </Stack>
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
