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
import { TableFields } from './TableFields.tsx'
import { TableFragment, tableInputOf, tableValuesOf, type Table } from './tableValues.ts'

const EditTableQuery = graphql(
  `
    query EditLookupTable($project: String!, $tag: String!) {
      project(name: $project) {
        id
        lookupTable(tag: $tag) {
          tableId
          ...LookupTableDefinition
        }
      }
    }
  `,
  [TableFragment],
)

const UpdateTable = graphql(`
  mutation UpdateLookupTable($input: UpdateLookupTableInput!) {
    updateLookupTable(input: $input) {
      lookupTable {
        tableId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditLookupTablePage() {
  const { tag = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: EditTableQuery,
    variables: { project, tag },
    requestPolicy: 'network-only',
  })
  const table = data?.project?.lookupTable
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!table) return <NotFoundPage what="lookupTable" back={paths.lookupTables(project)} />
  return <EditTable key={tag} table={readFragment(TableFragment, table)} />
}

function EditTable({ table }: { table: Table }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateTable] = useMutation(UpdateTable)
  const form = useForm({ initialValues: tableValuesOf(table) })
  const { tableId, tag } = table
  const back = paths.lookupTable(project, tag)
  return (
    <Page
      title={t('editLocation.title', { name: tag })}
      purpose={t('editLookupTable.purpose')}
      parent={<TextLink to={back}>{tag}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const input = { project, tableId, ...tableInputOf(values) }
            const { data, error } = await updateTable({ input })
            const problems = problemsOf(t, error, data?.updateLookupTable.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('editLookupTable.done'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <TableFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
