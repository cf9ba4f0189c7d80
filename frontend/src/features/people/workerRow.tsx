// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import { paths } from '../../lib/paths.ts'
import type { Column } from '../../ui/table/Column.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { Attention } from './Attention.tsx'
import { attentionOf } from './attentionOf.ts'
import { WorkerStatus } from './WorkerStatus.tsx'

export const WorkerRowFragment = graphql(`
  fragment WorkerRow on MobileWorker {
    id
    userId
    username
    firstName
    lastName
    active
    createdAt
    lastSubmissionOn
    email
    language
    phoneNumbers
    primaryLocation @include(if: $withPlaces) {
      id
      name
    }
    locations @include(if: $withPlaces) {
      id
    }
    groups @include(if: $withGroups) {
      id
      name
      caseSharing
    }
  }
`)

export type WorkerRow = FragmentOf<typeof WorkerRowFragment>

const read = (row: WorkerRow) => readFragment(WorkerRowFragment, row)

export const workerKey = (row: WorkerRow) => read(row).userId
export const workerName = (row: WorkerRow) => read(row).username

export const usualWorkerColumns = ['name', 'status', 'last', 'location', 'attention']

type Shown = { project: string; withPlaces: boolean; withGroups: boolean; hasPlaces: boolean }

/** Everything that the list can show of a worker. */
export function workerColumns(t: Translator, shown: Shown): Column<WorkerRow>[] {
  const { project, withPlaces, withGroups, hasPlaces } = shown
  const columns: (Column<WorkerRow> | false)[] = [
    {
      id: 'username',
      header: t('workers.column.username'),
      cell: (row) => (
        <TextLink to={paths.mobileWorker(project, read(row).userId)} fw={500}>
          {read(row).username}
        </TextLink>
      ),
      orders: { first: 'USERNAME_ASC', ascending: 'USERNAME_ASC', descending: 'USERNAME_DESC' },
    },
    {
      id: 'name',
      header: t('workers.column.name'),
      cell: (row) => `${read(row).firstName} ${read(row).lastName}`.trim() || '—',
    },
    {
      id: 'status',
      header: t('workers.column.status'),
      cell: (row) => <WorkerStatus active={read(row).active} />,
    },
    {
      id: 'last',
      header: t('workers.column.lastForm'),
      cell: (row) => {
        const { lastSubmissionOn } = read(row)
        return lastSubmissionOn ? <When at={lastSubmissionOn} /> : t('workers.never')
      },
    },
    withPlaces && {
      id: 'location',
      header: t('workers.column.location'),
      cell: (row) => {
        const { primaryLocation, locations } = read(row)
        const others = (locations?.length ?? 0) - 1
        if (!primaryLocation) return '—'
        return others > 0
          ? t('workers.placeAndMore', { name: primaryLocation.name, count: others })
          : primaryLocation.name
      },
    },
    withGroups && {
      id: 'groups',
      header: t('workers.column.groups'),
      cell: (row) =>
        read(row)
          .groups?.map(({ name }) => name)
          .join(', ') || '—',
    },
    {
      id: 'attention',
      header: t('workers.column.attention'),
      cell: (row) => <Attention marks={attentionOf(read(row), Date.now(), hasPlaces)} />,
    },
    {
      id: 'phone',
      header: t('workers.column.phone'),
      cell: (row) => read(row).phoneNumbers[0] ?? '—',
    },
    { id: 'email', header: t('workers.column.email'), cell: (row) => read(row).email || '—' },
    {
      id: 'language',
      header: t('workers.column.language'),
      cell: (row) => read(row).language || '—',
    },
    {
      id: 'created',
      header: t('workers.column.created'),
      cell: (row) => <When at={read(row).createdAt} />,
      orders: { first: 'CREATED_DESC', ascending: 'CREATED_ASC', descending: 'CREATED_DESC' },
    },
  ]
  return columns.filter((column) => column !== false)
}
