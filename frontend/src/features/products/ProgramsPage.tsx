// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { DeleteProgram } from './DeleteProgram.tsx'
import { ProgramDialog } from './ProgramDialog.tsx'
import { ProgramsQuery } from './programsQuery.ts'

type Program = NonNullable<ResultOf<typeof ProgramsQuery>['project']>['programs']['nodes'][number]

/** What products are kept for. */
export function ProgramsPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const [edited, setEdited] = useState<Program | 'new' | null>(null)
  const [deleted, setDeleted] = useState<Program | null>(null)
  const [{ data, error }, read] = useQuery({
    query: ProgramsQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const programs = data?.project?.programs.nodes
  const mayEdit = may('edit_data')
  const create = mayEdit && (
    <Button onClick={() => setEdited('new')}>{t('newProgram.title')}</Button>
  )
  const over = () => {
    setEdited(null)
    setDeleted(null)
    read({ requestPolicy: 'network-only' })
  }
  const columns = [
    { id: 'name', header: t('product.name'), cell: ({ name }: Program) => name },
    { id: 'code', header: t('product.code'), cell: ({ code }: Program) => code },
    {
      id: 'actions',
      header: t('programs.actions'),
      cell: (program: Program) =>
        mayEdit && (
          <Button.Group>
            <Button size="xs" variant="default" onClick={() => setEdited(program)}>
              {t('action.edit')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDeleted(program)}>
              {t('action.delete')}
            </Button>
          </Button.Group>
        ),
    },
  ]
  return (
    <Page
      title={t('programs.title')}
      purpose={t('programs.purpose')}
      parent={<TextLink to={paths.products(project)}>{t('products.title')}</TextLink>}
      actions={create}
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(programs || !error) && (
        <Panel flush>
          <DataTable
            caption={t('programs.title')}
            columns={columns}
            rows={programs}
            rowKey={({ programId }) => programId}
            empty={
              <EmptyState
                title={t('programs.empty.title')}
                hint={t('programs.purpose')}
                action={create}
              />
            }
          />
        </Panel>
      )}
      {edited && (
        <ProgramDialog
          program={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={over}
        />
      )}
      {deleted && (
        <DeleteProgram program={deleted} onClose={() => setDeleted(null)} onDone={over} />
      )}
    </Page>
  )
}
