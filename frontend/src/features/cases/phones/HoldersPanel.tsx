// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import { PhoneStatus } from './PhoneStatus.tsx'

const HoldersQuery = graphql(`
  query CaseHolders($project: String!, $caseId: String!) {
    project(name: $project) {
      id
      case(caseId: $caseId) {
        id
        heldBy {
          userId
          user {
            userId
            displayName
          }
          phones {
            deviceId
            syncedOn
            holds
          }
        }
      }
    }
  }
`)

type Project = NonNullable<ResultOf<typeof HoldersQuery>['project']>
type Holder = NonNullable<Project['case']>['heldBy'][number]
type Row = Omit<Holder, 'phones'> & { phone: Holder['phones'][number] | null }

type Props = { caseId: string; onAsk: (userId: string) => void }

/** The phones that hold the case, and those of its owners that do not. */
export function HoldersPanel({ caseId, onAsk }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: HoldersQuery,
    variables: { project, caseId },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const columns = [
    {
      id: 'worker',
      header: t('casePhones.column.worker'),
      cell: ({ user, userId }: Row) => (
        <TextLink to={paths.mobileWorker(project, userId)} fw={500}>
          {user?.displayName ?? userId}
        </TextLink>
      ),
    },
    {
      id: 'phone',
      header: t('casePhones.column.phone'),
      cell: ({ phone }: Row) => (phone ? (phone.deviceId ?? t('casePhones.unnamed')) : '—'),
    },
    {
      id: 'sync',
      header: t('casePhones.column.sync'),
      cell: ({ phone }: Row) => (phone ? <When at={phone.syncedOn} /> : '—'),
    },
    {
      id: 'case',
      header: t('casePhones.column.case'),
      cell: ({ phone }: Row) => <PhoneStatus phone={phone} />,
    },
    {
      id: 'why',
      header: t('casePhones.column.why'),
      cell: ({ user, userId }: Row) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('casePhones.whyOf', { name: user?.displayName ?? userId })}
          onClick={() => onAsk(userId)}
        >
          {t('casePhones.why')}
        </Button>
      ),
    },
  ]
  return (
    <Panel
      flush
      title={t('casePhones.holders')}
      aside={
        <Text size="sm" c="dimmed">
          {t('casePhones.holders.help')}
        </Text>
      }
    >
      <DataTable
        caption={t('casePhones.holders')}
        columns={columns}
        rows={data?.project?.case?.heldBy.flatMap(rowsOf)}
        rowKey={({ userId, phone }) => `${userId} ${phone?.deviceId}`}
        empty={<EmptyState title={t('casePhones.empty.title')} hint={t('casePhones.empty.hint')} />}
      />
    </Panel>
  )
}

function rowsOf({ phones, ...holder }: Holder): Row[] {
  if (phones.length === 0) return [{ ...holder, phone: null }]
  return phones.map((phone) => ({ ...holder, phone }))
}
