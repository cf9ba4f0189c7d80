// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { DeleteRow } from './DeleteRow.tsx'
import { RowFields } from './RowFields.tsx'
import { RowQuery } from './rowQuery.ts'
import { cellText, RowFragment, rowInputOf, rowValuesOf, type Row } from './rowValues.ts'
import { TableFragment, type Table } from './tableValues.ts'

const UpdateRow = graphql(`
  mutation UpdateLookupRow($input: UpdateLookupRowInput!) {
    updateLookupRow(input: $input) {
      lookupRow {
        rowId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditLookupRowPage() {
  const { tag = '', rowId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: RowQuery,
    variables: { project, tag, rowId },
    requestPolicy: 'network-only',
  })
  const table = data?.project?.lookupTable
  const row = data?.project?.lookupRow
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!table) return <NotFoundPage what="lookupTable" back={paths.lookupTables(project)} />
  if (row?.tableId !== table.tableId) {
    return <NotFoundPage what="lookupRow" back={paths.lookupTable(project, tag)} />
  }
  return (
    <EditRow
      key={rowId}
      table={readFragment(TableFragment, table)}
      row={readFragment(RowFragment, row)}
    />
  )
}

function EditRow({ table, row }: { table: Table; row: Row }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateRow] = useMutation(UpdateRow)
  const form = useForm({ initialValues: rowValuesOf(table, row) })
  const { rowId } = row
  const back = paths.lookupTable(project, table.tag)
  const name = cellText(row, table.fields[0]?.name ?? '') || rowId
  return (
    <Page
      title={name}
      parent={<TextLink to={back}>{table.tag}</TextLink>}
      actions={
        <DeleteRow
          rowId={rowId}
          name={name}
          onDeleted={() => {
            form.resetDirty()
            setTimeout(() => void navigate(back))
          }}
        />
      }
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const input = { project, rowId, ...rowInputOf(values) }
            const { data, error } = await updateRow({ input })
            const problems = problemsOf(t, error, data?.updateLookupRow.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('editLookupRow.done'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <RowFields form={form} table={table} />
        </EditForm>
      </Panel>
    </Page>
  )
}
