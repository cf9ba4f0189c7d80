// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import classes from './HistoryTab.module.css'
import { TransactionItem, TransactionItemFragment } from './TransactionItem.tsx'

const HistoryQuery = graphql(
  `
    query CaseHistory($project: String!, $caseId: String!, $after: String) {
      project(name: $project) {
        id
        case(caseId: $caseId) {
          id
          history(first: 25, after: $after) {
            nodes {
              ordinal
              ...TransactionItem
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  `,
  [TransactionItemFragment],
)

/** Everything that happened to the case, newest first. */
export function HistoryTab({ caseId }: { caseId: string }) {
  const t = useT()
  const [pages, setPages] = useState<(string | null)[]>([null])
  return (
    <Panel title={t('case.tab.history')}>
      <ol className={classes['timeline']}>
        {pages.map((after, index) => (
          <HistoryPart
            key={after ?? ''}
            caseId={caseId}
            after={after}
            onOlder={
              index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined
            }
          />
        ))}
      </ol>
    </Panel>
  )
}

type PartProps = {
  caseId: string
  after: string | null
  onOlder: ((cursor: string) => void) | undefined
}

function HistoryPart({ caseId, after, onOlder }: PartProps) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: HistoryQuery,
    variables: { project, caseId, after },
    requestPolicy: 'cache-and-network',
  })
  const history = data?.project?.case?.history
  if (error) {
    return (
      <li>
        <QueryError error={error} onRetry={() => read()} />
      </li>
    )
  }
  if (!history) {
    return (
      <li>
        <Skeleton h={80} />
      </li>
    )
  }
  const { hasNextPage, endCursor } = history.pageInfo
  return (
    <>
      {history.nodes.map((transaction) => (
        <TransactionItem key={transaction.ordinal} transaction={transaction} />
      ))}
      {onOlder && hasNextPage && endCursor && (
        <li>
          <Button variant="default" size="sm" onClick={() => onOlder(endCursor)}>
            {t('history.older')}
          </Button>
        </li>
      )}
    </>
  )
}
