// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { filterOf, valuesOf } from './exportFilter.ts'
import { ExportForm } from './ExportForm.tsx'
import { ExportGate, type Export } from './ExportGate.tsx'
import { ExportTablesQuery } from './exportQuery.ts'
import { ExportRowFragment } from './exportRow.ts'

const UpdateExport = graphql(`
  mutation UpdateExport($input: UpdateExportInput!) {
    updateExport(input: $input) {
      export {
        exportId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Changes an export; questions and properties that came to the data meanwhile can be taken in. */
export function EditExportPage() {
  return (
    <ExportGate requestPolicy="network-only">
      {(found, exportId) => <Loaded key={exportId} found={found} />}
    </ExportGate>
  )
}

function Loaded({ found }: { found: Export }) {
  const t = useT()
  const { name: project } = useProject()
  const row = readFragment(ExportRowFragment, found)
  const { exportId, type, identifier, name, description, format, sharing, daily, odata } = row
  const [, update] = useMutation(UpdateExport)
  const [{ data, error }, read] = useQuery({
    query: ExportTablesQuery,
    variables: { project, type, identifier, exportId },
    requestPolicy: 'network-only',
  })
  const tables = data?.project?.exportTables
  const back = paths.runExport(project, exportId)
  return (
    <Page
      title={t('editExport.title', { name })}
      purpose={t('editExport.purpose')}
      parent={<TextLink to={back}>{name}</TextLink>}
      narrow
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {tables && (
        <Panel>
          <ExportForm
            type={type}
            identifier={identifier}
            submitLabel={t('action.save')}
            back={back}
            initial={{
              name,
              description,
              format,
              sharing,
              daily,
              odata,
              manner: found.manner,
              filter: valuesOf(found.filter),
              tables: [...tables],
            }}
            onSave={async ({ filter, ...values }) => {
              const { data: made, error: failure } = await update({
                input: { project, exportId, ...values, filter: filterOf(filter) },
              })
              return problemsOf(t, failure, made?.updateExport.userErrors)
            }}
          />
        </Panel>
      )}
    </Page>
  )
}
