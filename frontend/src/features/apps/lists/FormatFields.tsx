// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { objectOf, objectsOf, textOf, type JsonObject } from '../document/json.ts'
import { hasMapping, intervals } from './formats.ts'

type Props = {
  column: JsonObject
  format: string
  languages: readonly string[]
  onChange: (part: JsonObject, mark: string) => void
}

/** What else there is to say about some formats (spec 10, 4.1). */
export function FormatFields({ column, format, languages, onChange }: Props) {
  const t = useT()
  if (format === 'date') {
    return (
      <TextInput
        label={t('format.date.pattern')}
        description={t('format.date.pattern.help')}
        autoComplete="off"
        value={textOf(column['date_format']) || '%d/%m/%y'}
        onChange={(event) => onChange({ date_format: event.currentTarget.value }, 'date')}
      />
    )
  }
  if (format === 'time-ago') {
    const days = Number(column['time_ago_interval'] ?? 365.25)
    const isKnown = intervals.some(([each]) => each === days)
    return (
      <SelectField
        label={t('format.timeAgo.unit')}
        options={[
          ...intervals.map(([each, label]) => ({ value: String(each), label: t(label) })),
          ...(isKnown ? [] : [{ value: String(days), label: String(days) }]),
        ]}
        value={String(days)}
        onChange={(next) => onChange({ time_ago_interval: Number(next) }, 'interval')}
      />
    )
  }
  if (format === 'late-flag') {
    return (
      <NumberInput
        label={t('format.lateFlag.days')}
        min={0}
        value={Number(column['late_flag'] ?? 30)}
        onChange={(next) => onChange({ late_flag: Number(next) }, 'late')}
      />
    )
  }
  return hasMapping(format) ? (
    <Mapping column={column} format={format} languages={languages} onChange={onChange} />
  ) : null
}

/** What is shown for each value. */
function Mapping({ column, format, languages, onChange }: Props) {
  const t = useT()
  const lines = objectsOf(column['enum'])
  const set = (next: JsonObject[], mark: string) => onChange({ enum: next }, `enum ${mark}`)
  const change = (index: number, part: JsonObject, mark: string) =>
    set(
      lines.map((line, place) => (place === index ? { ...line, ...part } : line)),
      `${index} ${mark}`,
    )
  return (
    <Stack gap="xs">
      {lines.map((line, index) => {
        const value = objectOf(line['value'])
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t(format === 'enum' ? 'mapping.value' : 'mapping.condition')}
              autoComplete="off"
              spellCheck={false}
              value={textOf(line['key'])}
              onChange={(event) => change(index, { key: event.currentTarget.value }, 'key')}
            />
            {languages.map((language) => (
              <TextInput
                key={language}
                flex={1}
                label={
                  languages.length > 1 ? `${t('mapping.shown')} (${language})` : t('mapping.shown')
                }
                lang={language}
                value={textOf(value[language])}
                onChange={(event) =>
                  change(
                    index,
                    { value: { ...value, [language]: event.currentTarget.value } },
                    language,
                  )
                }
              />
            ))}
            <CloseButton
              mb={4}
              aria-label={t('pairs.remove', { number: index + 1 })}
              onClick={() =>
                set(
                  lines.filter((_, place) => place !== index),
                  `remove ${index} of ${lines.length}`,
                )
              }
            />
          </Group>
        )
      })}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => set([...lines, { key: '', value: {} }], `add ${lines.length}`)}
        >
          {t('mapping.add')}
        </Button>
      </div>
    </Stack>
  )
}
