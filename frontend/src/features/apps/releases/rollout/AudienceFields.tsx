// SPDX-License-Identifier: Apache-2.0
import { Group, Input, NumberInput, Stack } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { AddButton } from '../../../../ui/AddButton.tsx'
import { ChosenList, type Chosen } from '../../../../ui/ChosenList.tsx'
import { GroupChoices } from '../../../../ui/GroupChoices.tsx'
import { LocationChoices } from '../../../../ui/LocationChoices.tsx'

export type Audience = { percent: number; groups: Chosen[]; locations: Chosen[] }

type Props = { audience: Audience; onChange: (audience: Audience) => void }

const without = (list: Chosen[], value: string) => list.filter((each) => each.value !== value)

/** Who gets a version before everybody does: a share of all, and all of some groups and locations. */
export function AudienceFields({ audience, onChange }: Props) {
  const t = useT()
  const { percent, groups, locations } = audience
  return (
    <Stack>
      <NumberInput
        label={t('rollout.percent')}
        description={t('rollout.percent.help')}
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        suffix=" %"
        value={percent}
        onChange={(value) => onChange({ ...audience, percent: Number(value) || 0 })}
      />
      <Stack gap="xs">
        <Input.Label component="div">{t('rollout.besides')}</Input.Label>
        <ChosenList
          label={t('rollout.locations')}
          items={locations}
          onRemove={(value) => onChange({ ...audience, locations: without(locations, value) })}
        />
        <ChosenList
          label={t('rollout.groups')}
          items={groups}
          onRemove={(value) => onChange({ ...audience, groups: without(groups, value) })}
        />
        <Group>
          <AddButton label={t('rollout.locations.add')} side="start">
            {(close) => (
              <LocationChoices
                label={t('rollout.locations.add')}
                except={locations.map(({ value }) => value)}
                inDialog
                onChoose={(value, label, note) => {
                  close()
                  onChange({ ...audience, locations: [...locations, { value, label, note }] })
                }}
              />
            )}
          </AddButton>
          <AddButton label={t('rollout.groups.add')} side="start">
            {(close) => (
              <GroupChoices
                label={t('rollout.groups.add')}
                except={groups.map(({ value }) => value)}
                onChoose={(value, label) => {
                  close()
                  onChange({ ...audience, groups: [...groups, { value, label, note: '' }] })
                }}
              />
            )}
          </AddButton>
        </Group>
      </Stack>
    </Stack>
  )
}
