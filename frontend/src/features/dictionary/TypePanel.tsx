// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { type DescribedType, type Group as PropertyGroup, TypeQuery } from './dictionaryQuery.ts'
import type { Property } from './dictionaryQuery.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { GroupSection } from './GroupSection.tsx'
import { matching, sectionsOf } from './properties.ts'
import { PropertyDialog } from './PropertyDialog.tsx'
import { TypeActions } from './TypeActions.tsx'

type Props = {
  name: string
  /** Whether what is deprecated is shown. */
  deprecated: boolean
  /** The list of types may have become another. */
  onTypes: () => void
}

/** All that is said of a type. */
export function TypePanel({ name, deprecated, onTypes }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: TypeQuery,
    variables: { project, name },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (!data?.project) return <PageSkeleton />
  const type = data.project.dictionaryType
  if (!type) {
    return (
      <Panel>
        <EmptyState title={t('dictionary.gone.title')} hint={t('dictionary.gone.hint')} />
      </Panel>
    )
  }
  return (
    <Described
      type={type}
      deprecated={deprecated || type.deprecated}
      onDone={readAgain}
      onTypes={onTypes}
    />
  )
}

type Open = { property: Property | null } | { group: PropertyGroup | null } | null

type DescribedProps = {
  type: DescribedType
  deprecated: boolean
  onDone: () => void
  onTypes: () => void
}

function Described({ type, deprecated, onDone, onTypes }: DescribedProps) {
  const t = useT()
  const { may } = useProject()
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const mayEdit = may('edit_data_dict')
  const shown = matching(type.properties, text, deprecated)
  const close = () => setOpen(null)
  const done = () => {
    close()
    onDone()
  }
  return (
    <Stack gap="md" miw={0}>
      <Panel
        title={type.name}
        aside={
          <Group gap="sm">
            {type.deprecated && <Status tone="quiet" label={t('dictionary.deprecated')} />}
            {mayEdit && (
              <TypeActions
                type={type}
                onDone={() => {
                  onDone()
                  onTypes()
                }}
              />
            )}
          </Group>
        }
        spaced
      >
        <Text c={type.description ? 'var(--b-text)' : 'dimmed'}>
          {type.description || t('dictionary.noDescription')}
        </Text>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('dictionary.filter')}
            type="search"
            autoComplete="off"
            flex="1 1 220px"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {mayEdit && (
            <>
              <Button variant="default" onClick={() => setOpen({ property: null })}>
                {t('dictionary.addProperty')}
              </Button>
              <Button variant="default" onClick={() => setOpen({ group: null })}>
                {t('dictionary.addGroup')}
              </Button>
            </>
          )}
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {t('dictionary.count', { count: shown.length, total: type.properties.length })}
        </Text>
      </Panel>
      {sectionsOf(type.groups, type.properties).map(({ group, properties }) => (
        <GroupSection
          key={group?.number ?? 'loose'}
          caseType={type.name}
          groups={type.groups}
          group={group}
          all={properties}
          shown={properties.filter((property) => shown.includes(property))}
          mayEdit={mayEdit}
          onDone={onDone}
          onGroup={() => setOpen({ group })}
          onProperty={(property) => setOpen({ property })}
        />
      ))}
      {open && 'property' in open && (
        <PropertyDialog type={type} property={open.property} onClose={close} onDone={done} />
      )}
      {open && 'group' in open && (
        <GroupDialog caseType={type.name} group={open.group} onClose={close} onDone={done} />
      )}
    </Stack>
  )
}
