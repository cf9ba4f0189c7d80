// SPDX-License-Identifier: Apache-2.0
import { Checkbox, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { levelsInOrder, levelsWithin, type Level } from './levels.ts'

/** A level while somebody writes it; an empty parent stands for a topmost level. */
export type LevelValues = {
  name: string
  code: string
  parentCode: string
  sharesCases: boolean
  viewDescendants: boolean
  tracksStock: boolean
}

type Props = {
  form: UseFormReturnType<LevelValues>
  levels: readonly Level[]
  /** The level that is edited; it cannot stand below itself. */
  self?: string
}

export function LevelFields({ form, levels, self }: Props) {
  const t = useT()
  const ownTree = self ? levelsWithin(levels, self) : new Set<string>()
  const parents = levelsInOrder(levels).filter(({ level }) => !ownTree.has(level.code))
  return (
    <>
      <TextInput
        label={t('location.name')}
        description={t('level.name.help')}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('level.code')}
        description={t('level.code.help')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('code')}
      />
      <SelectField
        label={t('level.parent')}
        options={[
          { value: '', label: t('level.topmost') },
          ...parents.map(({ level: { code, name }, depth }) => ({
            value: code,
            label: `${'\u2003'.repeat(depth)}${name}`,
          })),
        ]}
        error={form.errors['parentCode']}
        value={form.values.parentCode}
        onChange={(code) => form.setFieldValue('parentCode', code)}
      />
      <Checkbox
        label={t('level.sharesCases')}
        description={t('level.sharesCases.help')}
        {...form.getInputProps('sharesCases', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('level.viewDescendants')}
        description={t('level.viewDescendants.help')}
        disabled={!form.values.sharesCases}
        {...form.getInputProps('viewDescendants', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('level.tracksStock')}
        description={t('level.tracksStock.help')}
        {...form.getInputProps('tracksStock', { type: 'checkbox' })}
      />
    </>
  )
}
