// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { usePaging } from '../../../ui/table/usePaging.ts'
import { TextLink } from '../../../ui/TextLink.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import { When } from '../../../ui/When.tsx'
import classes from '../Forwarding.module.css'

const SetAsideQuery = graphql(`
  query SetAsideChanges($project: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      setAsideChanges(first: $first, after: $after) {
        nodes {
          changeId
          kind
          documentId
          changedAt
          reason
          failures
          setAsideAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

const Retry = graphql(`
  mutation RetrySetAsideChange($input: SetAsideChangeInput!) {
    outcome: retrySetAsideChange(input: $input) {
      changeId
      userErrors {
        message
        field
      }
    }
  }
`)

const Drop = graphql(`
  mutation DropSetAsideChange($input: SetAsideChangeInput!) {
    outcome: dropSetAsideChange(input: $input) {
      changeId
      userErrors {
        message
        field
      }
    }
  }
`)

type Changes = NonNullable<ResultOf<typeof SetAsideQuery>['project']>['setAsideChanges']
type Row = Changes['nodes'][number]

/** Changes that forwarding could not digest: they are tried once more, or given up. */
export function SetAsidePage() {
  const t = useT()
  const { name: project } = useProject()
  const paging = usePaging()
  const [{ data, error }, execute] = useQuery({
    query: SetAsideQuery,
    variables: { project, first: paging.size, after: paging.after },
    requestPolicy: 'network-only',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  const [, retry] = useMutation(Retry)
  const [, drop] = useMutation(Drop)
  const act = async (deed: typeof retry, changeId: string) => {
    const { data: done, error: failure } = await deed({ input: { project, changeId } })
    const problems = problemsOf(t, failure, done?.outcome.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    read()
  }
  const changes = data?.project?.setAsideChanges
  const columns: Column<Row>[] = [
    {
      id: 'document',
      header: t('setAside.column.document'),
      cell: ({ kind, documentId }) => (
        <>
          <span className={classes['address']}>{documentId}</span>
          <Text size="xs" c="dimmed">
            {kind}
          </Text>
        </>
      ),
    },
    {
      id: 'changed',
      header: t('setAside.column.changed'),
      cell: ({ changedAt }) => <When at={changedAt} />,
    },
    {
      id: 'reason',
      header: t('setAside.column.reason'),
      cell: ({ reason, failures }) => (
        <>
          <span className={classes['address']}>{reason}</span>
          <Text size="xs" c="dimmed">
            {t('records.tries', { count: failures })}
          </Text>
        </>
      ),
    },
    {
      id: 'deeds',
      header: t('forwarding.column.actions'),
      cell: ({ changeId, documentId }) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('records.deedOn', {
              deed: t('action.tryAgain'),
              payload: documentId,
            })}
            onClick={() => void act(retry, changeId)}
          >
            {t('action.tryAgain')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('records.deedOn', { deed: t('setAside.drop'), payload: documentId })}
            onClick={() => void act(drop, changeId)}
          >
            {t('setAside.drop')}
          </Button>
        </Group>
      ),
    },
  ]
  return (
    <Page
      title={t('setAside.title')}
      purpose={t('setAside.purpose')}
      parent={<TextLink to={paths.forwarding(project)}>{t('forwarding.title')}</TextLink>}
    >
      {error && <QueryError error={error} onRetry={read} />}
      {(changes || !error) && (
        <Panel flush>
          <DataTable
            caption={t('setAside.title')}
            columns={columns}
            rows={changes?.nodes}
            rowKey={({ changeId }) => changeId}
            empty={<EmptyState title={t('setAside.none.title')} hint={t('setAside.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={changes?.nodes.length ?? 0}
        total={changes?.totalCount}
        endCursor={changes?.pageInfo.endCursor}
        hasNextPage={changes?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
