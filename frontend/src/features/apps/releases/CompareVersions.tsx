// SPDX-License-Identifier: Apache-2.0
import { List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Version } from './ReleasesPage.tsx'

const ChangesQuery = graphql(`
  query AppChanges($project: String!, $before: String!, $after: String!) {
    project(name: $project) {
      id
      appChanges(before: $before, after: $after) {
        kind
        place
        message
      }
    }
  }
`)

const kinds = {
  ADDED: { tone: 'good', label: 'compare.added' },
  REMOVED: { tone: 'bad', label: 'compare.removed' },
  CHANGED: { tone: 'quiet', label: 'compare.changed' },
} as const

type Props = {
  appId: string
  version: Version
  /** All that it can be compared with, the newest first. */
  versions: readonly Version[]
  onClose: () => void
}

/** What changed from one version to another, in words; the older one is always the one before. */
export function CompareVersions({ appId, version, versions, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const previous = versions.find(({ number }) => number < version.number)
  const [other, setOther] = useState(previous?.buildId ?? appId)
  const chosen = versions.find(({ buildId }) => buildId === other)
  const isOlder = chosen !== undefined && chosen.number < version.number
  const [before, after] = isOlder ? [other, version.buildId] : [version.buildId, other]
  const [{ data, error, fetching }, read] = useQuery({
    query: ChangesQuery,
    variables: { project, before, after },
    requestPolicy: 'cache-and-network',
  })
  const changes = data?.project?.appChanges
  return (
    <Dialog title={t('compare.title', { number: version.number })} onClose={onClose}>
      <Stack>
        <SelectField
          label={t('compare.with')}
          options={[
            { value: appId, label: t('compare.workingCopy') },
            ...versions
              .filter(({ buildId }) => buildId !== version.buildId)
              .map(({ buildId, number, comment }) => ({
                value: buildId,
                label: comment ? `${number} · ${comment}` : String(number),
              })),
          ]}
          value={other}
          onChange={setOther}
        />
        {error && <QueryError error={error} onRetry={() => read()} />}
        {!changes && fetching && (
          <Text role="status" c="dimmed">
            {t('state.loading')}
          </Text>
        )}
        {changes?.length === 0 && <Text c="dimmed">{t('compare.none')}</Text>}
        {changes && changes.length > 0 && (
          <List size="sm" spacing="xs">
            {changes.map(({ kind, place, message }) => (
              <List.Item key={`${kind} ${place} ${message}`}>
                <Status tone={kinds[kind].tone} label={t(kinds[kind].label)} />{' '}
                {place && <b>{place}: </b>}
                {message}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Dialog>
  )
}
