// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import classes from './FieldEditor.module.css'
import { keyOf, type FieldDraft } from './fieldDrafts.ts'

type Props = {
  draft: FieldDraft
  place: number
  count: number
  onChange: (part: Partial<FieldDraft>) => void
  onRemove: () => void
  /** To another place in the list. */
  onMove: (from: number, to: number) => void
}

/** One field: what it is called, and which answers it takes. Moves by its buttons or by dragging its handle. */
export function FieldEditor({ draft, place, count, onChange, onRemove, onMove }: Props) {
  const t = useT()
  const [over, setOver] = useState(false)
  const name = draft.label || t('userData.field', { number: place + 1 })
  const setLabel = (label: string) => {
    const ownKey = draft.slug !== keyOf(draft.label)
    onChange(ownKey ? { label } : { label, slug: keyOf(label) })
  }
  return (
    // The buttons do the same for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes['field']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onMove(Number(event.dataTransfer.getData('text/plain')), place)
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <span
            className={classes['handle']}
            draggable
            aria-hidden
            onDragStart={(event) => event.dataTransfer.setData('text/plain', String(place))}
          >
            <IconGripVertical size={16} />
          </span>
          <strong className={classes['name']}>{name}</strong>
        </Group>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            aria-label={t('userData.up', { name })}
            disabled={place === 0}
            onClick={() => onMove(place, place - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('userData.down', { name })}
            disabled={place === count - 1}
            onClick={() => onMove(place, place + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <div className={classes['inputs']}>
        <TextInput
          label={t('userData.label')}
          value={draft.label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <TextInput
          label={t('userData.slug')}
          description={t('userData.slug.help')}
          value={draft.slug}
          spellCheck={false}
          onChange={(event) => onChange({ slug: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('userData.required')}
        checked={draft.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
      <Textarea
        label={t('userData.choices')}
        description={t('userData.choices.help')}
        autosize
        minRows={1}
        maxRows={8}
        value={draft.choices}
        onChange={(event) => onChange({ choices: event.currentTarget.value })}
      />
      <div className={classes['inputs']}>
        <TextInput
          label={t('userData.regex')}
          description={t('userData.regex.help')}
          value={draft.regex}
          spellCheck={false}
          onChange={(event) => onChange({ regex: event.currentTarget.value })}
        />
        <TextInput
          label={t('userData.regexMessage')}
          description={t('userData.regexMessage.help')}
          value={draft.regexMessage}
          onChange={(event) => onChange({ regexMessage: event.currentTarget.value })}
        />
      </div>
      <div>
        <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
          {t('userData.remove')}
        </Button>
      </div>
    </li>
  )
}
