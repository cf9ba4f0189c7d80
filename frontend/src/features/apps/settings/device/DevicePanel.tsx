// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { objectOf, pairsOf } from '../../../../lib/text/pairs.ts'
import { PairFields } from '../../../../ui/PairFields.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import type { Owner } from '../../document/appDocument.ts'
import { same } from '../../document/json.ts'
import { useValue } from '../../editing/EditingContext.tsx'
import { groups, words, type Setting } from './deviceSettings.ts'

const owner: Owner = { kind: 'app' }

/** How phones are told to behave: each setting with what holds where nothing is said, to be found by its name or its key. */
export function DevicePanel() {
  const t = useT()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = groups
    .map(({ title, settings }) => ({
      title,
      settings: settings.filter(
        ({ key, label }) =>
          key.toLowerCase().includes(wanted) || t(label).toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ settings }) => settings.length > 0)
  const count = found.reduce((sum, { settings }) => sum + settings.length, 0)
  return (
    <Panel spaced title={t('device.title')}>
      <TextInput
        type="search"
        label={t('device.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Text role="status" size="sm" c="dimmed">
        {t('device.found', { count })}
      </Text>
      {found.map(({ title, settings }) => (
        // A search opens what it finds; without one the reader does.
        <details key={`${title} ${wanted !== ''}`} open={wanted !== ''}>
          <summary>{t(title)}</summary>
          <Stack mt="md" gap="sm">
            {settings.map((setting) => (
              <SettingField key={setting.key} setting={setting} />
            ))}
          </Stack>
        </details>
      ))}
      {wanted === '' && (
        <details>
          <summary>{t('device.custom')}</summary>
          <CustomProperties />
        </details>
      )}
    </Panel>
  )
}

function SettingField({ setting }: { setting: Setting }) {
  const t = useT()
  const { key, label, values, usual, feature } = setting
  const [value, set] = useValue(owner, 'profile', feature ? 'features' : 'properties', key)
  const said = typeof value === 'string' ? value : value === undefined ? '' : String(value ?? '')
  const word = (each: string) => {
    const known = Object.hasOwn(words, each) ? words[each] : undefined
    return known ? t(known) : each
  }
  const shown = t('device.usual', { value: word(usual) })
  if (!values) {
    return (
      <TextInput
        label={t(label)}
        description={shown}
        inputMode="numeric"
        autoComplete="off"
        value={said}
        error={/^(-?\d+)?$/.test(said) ? null : t('device.number')}
        onChange={({ currentTarget }) => set(currentTarget.value.trim() || undefined)}
      />
    )
  }
  return (
    <SelectField
      label={t(label)}
      options={[
        { value: '', label: shown },
        ...[...new Set([...values, ...(said ? [said] : [])])].map((each) => ({
          value: each,
          label: word(each),
        })),
      ]}
      value={said}
      onChange={(next) => set(next || undefined)}
    />
  )
}

/** What the application tells phones besides, as it stands. */
function CustomProperties() {
  const t = useT()
  const [value, set] = useValue(owner, 'profile', 'custom_properties')
  const [typed, setTyped] = useState(() => pairsOf(value))
  // A pair without a name is not kept.
  const pairs = same(objectOf(typed), value ?? {}) ? typed : pairsOf(value)
  return (
    <PairFields
      legend={t('device.custom.help')}
      pairs={pairs}
      onChange={(next) => {
        setTyped(next)
        set(objectOf(next))
      }}
    />
  )
}
