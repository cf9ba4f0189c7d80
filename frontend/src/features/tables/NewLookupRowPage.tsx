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
import { RowFields } from './RowFields.tsx'
import { RowQuery } from './rowQuery.ts'
import { rowInputOf, rowValuesOf } from './rowValues.ts'
import { TableFragment, type Table } from './tableValues.ts'

const CreateRow = graphql(`
  mutation CreateLookupRow($input: CreateLookupRowInput!) {
    createLookupRow(input: $input) {
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

export function NewLookupRowPage() {
  const { tag = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: RowQuery,
    variables: { project, tag, rowId: '' },
  })
  const table = data?.project?.lookupTable
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!table) return <NotFoundPage what="lookupTable" back={paths.lookupTables(project)} />
  return <NewRow key={tag} table={readFragment(TableFragment, table)} />
}

/** A row behind the last one. */
function NewRow({ table }: { table: Table }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createRow] = useMutation(CreateRow)
  const form = useForm({ initialValues: rowValuesOf(table, null) })
  const { tableId, tag } = table
  const back = paths.lookupTable(project, tag)
  return (
    <Page
      title={t('newLookupRow.title')}
      purpose={t('newLookupRow.purpose')}
      parent={<TextLink to={back}>{tag}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newLookupRow.submit')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const input = { project, tableId, ...rowInputOf(values) }
            const { data, error } = await createRow({ input })
            const problems = problemsOf(t, error, data?.createLookupRow.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('newLookupRow.done'))
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
