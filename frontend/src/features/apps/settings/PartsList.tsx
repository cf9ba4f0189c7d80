// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, CloseButton, Fieldset, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { withValue, type Owner } from '../document/appDocument.ts'
import { objectsOf, type JsonObject } from '../document/json.ts'
import { useEditing, useValue } from '../editing/EditingContext.tsx'

type Props = {
  owner: Owner
  /** Where the list stands in the document. */
  keys: string[]
  /** What each is called, with its `number`. */
  name: MessageKey
  add: MessageKey
  none?: MessageKey
  /** Whether their order means anything. */
  ordered?: boolean
  fresh: () => JsonObject
  children: (part: JsonObject, keys: string[], index: number) => ReactNode
}

/** A list of the document whose parts are added, changed in place, ordered and taken away. */
export function PartsList({ owner, keys, name, add, none, ordered, fresh, children }: Props) {
  const t = useT()
  const editing = useEditing()
  const [value] = useValue(owner, ...keys)
  const parts = objectsOf(value)
  const set = (next: JsonObject[]) =>
    editing.changeDocument((app) => withValue(app, owner, keys, next))
  const move = (from: number, to: number) => {
    const [part] = parts.slice(from, from + 1)
    if (part) set(parts.toSpliced(from, 1).toSpliced(to, 0, part))
  }
  return (
    <Stack gap="sm">
      {parts.length === 0 && none && <Text c="dimmed">{t(none)}</Text>}
      {parts.map((part, index) => {
        const called = t(name, { number: index + 1 })
        return (
          // The parts have no names of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <Fieldset key={index} legend={called}>
            <Stack gap="sm">
              {children(part, [...keys, String(index)], index)}
              <Group gap="xs">
                {ordered && (
                  <>
                    <ActionIcon
                      variant="default"
                      aria-label={t('parts.up', { name: called })}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    >
                      <IconArrowUp size={14} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="default"
                      aria-label={t('parts.down', { name: called })}
                      disabled={index === parts.length - 1}
                      onClick={() => move(index, index + 1)}
                    >
                      <IconArrowDown size={14} aria-hidden />
                    </ActionIcon>
                  </>
                )}
                <CloseButton
                  aria-label={t('parts.remove', { name: called })}
                  onClick={() => set(parts.filter((_, place) => place !== index))}
                />
              </Group>
            </Stack>
          </Fieldset>
        )
      })}
      <div>
        <Button variant="default" size="xs" onClick={() => set([...parts, fresh()])}>
          {t(add)}
        </Button>
      </div>
    </Stack>
  )
}
