// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Button, Group as Row, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import classes from './Dictionary.module.css'
import type { Group, Property } from './dictionaryQuery.ts'
import { dataTypes, placesAfter } from './properties.ts'
import { useTypeEdit } from './useTypeEdit.ts'

type Props = {
  caseType: string
  groups: readonly Group[]
  /** Null for the properties that stand in none. */
  group: Group | null
  all: readonly Property[]
  shown: Property[]
  mayEdit: boolean
  onDone: () => void
  onGroup: () => void
  onProperty: (property: Property) => void
}

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name)

/** The properties of a group, and which stands before which. */
export function GroupSection(props: Props) {
  const { caseType, groups, group, all, shown, mayEdit, onDone, onGroup, onProperty } = props
  const t = useT()
  const edit = useTypeEdit(caseType)
  const lists = {
    groups: { all: namesOf(groups), shown: namesOf(groups) },
    properties: { all: namesOf(all), shown: namesOf(shown) },
  }
  const move = async (name: string, by: -1 | 1, what: 'groups' | 'properties') => {
    const places = placesAfter(lists[what].all, lists[what].shown, name, by)
    if (places.length === 0) return
    const problems = await edit({ [what]: places })
    if (problems?.[0]) showToast(problems[0].message)
    onDone()
  }
  const arrows = (name: string, what: 'groups' | 'properties') => (
    <Row gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        aria-label={t('dictionary.up', { name })}
        disabled={lists[what].shown[0] === name}
        onClick={() => void move(name, -1, what)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('dictionary.down', { name })}
        disabled={lists[what].shown.at(-1) === name}
        onClick={() => void move(name, 1, what)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Row>
  )
  const columns: Column<Property>[] = [
    {
      id: 'name',
      header: t('dictionary.property'),
      cell: (property) =>
        mayEdit ? (
          <Anchor
            component="button"
            type="button"
            className={classes['name'] ?? ''}
            onClick={() => onProperty(property)}
          >
            {property.name}
          </Anchor>
        ) : (
          <span className={classes['name']}>{property.name}</span>
        ),
    },
    { id: 'label', header: t('dictionary.label'), cell: ({ label }) => label },
    {
      id: 'type',
      header: t('dictionary.dataType'),
      cell: ({ dataType, allowedValues }) =>
        allowedValues.length > 0
          ? t('dictionary.values.of', { count: allowedValues.length })
          : t(dataTypes[dataType]),
    },
    {
      id: 'description',
      header: t('dictionary.description'),
      cell: ({ description, deprecated }) => (
        <>
          {description}
          {deprecated && <Status tone="quiet" label={t('dictionary.deprecated')} />}
        </>
      ),
    },
  ]
  if (mayEdit) {
    columns.push({
      id: 'order',
      header: t('dictionary.order'),
      cell: ({ name }) => arrows(name, 'properties'),
    })
  }
  const title = group?.name ?? t(groups.length > 0 ? 'dictionary.noGroup' : 'dictionary.properties')
  return (
    <Panel
      title={title}
      aside={
        group &&
        mayEdit && (
          <Row gap="xs">
            {arrows(group.name, 'groups')}
            <Button variant="subtle" size="compact-sm" onClick={onGroup}>
              {t('dictionary.editGroup', { name: group.name })}
            </Button>
          </Row>
        )
      }
      flush
    >
      {group?.description && (
        <Text size="sm" c="dimmed" px="md" pb="xs">
          {group.description}
        </Text>
      )}
      <DataTable
        caption={title}
        columns={columns}
        rows={shown}
        rowKey={({ name }) => name}
        empty={
          <Text c="dimmed" px="md" pb="md">
            {t('dictionary.nothing')}
          </Text>
        }
      />
    </Panel>
  )
}
