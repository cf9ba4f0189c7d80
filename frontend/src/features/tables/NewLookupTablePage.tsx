// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { TableFields } from './TableFields.tsx'
import { newTable, tableInputOf } from './tableValues.ts'

const CreateTable = graphql(`
  mutation CreateLookupTable($input: CreateLookupTableInput!) {
    createLookupTable(input: $input) {
      lookupTable {
        tableId
        tag
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function NewLookupTablePage() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createTable] = useMutation(CreateTable)
  const form = useForm({
    initialValues: newTable(),
    validate: { tag: (tag) => (tag.trim() ? null : t('lookupTable.tag.missing')) },
  })
  return (
    <Page
      title={t('newLookupTable.title')}
      purpose={t('newLookupTable.purpose')}
      parent={<TextLink to={paths.lookupTables(project)}>{t('lookupTables.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newLookupTable.submit')}
          onCancel={() => void navigate(paths.lookupTables(project))}
          onSubmit={async (values) => {
            const input = { project, tag: values.tag.trim(), ...tableInputOf(values) }
            const { data, error } = await createTable({ input })
            const table = data?.createLookupTable.lookupTable
            if (!table) return problemsOf(t, error, data?.createLookupTable.userErrors)
            form.resetDirty()
            showToast(t('newLookupTable.done', { tag: table.tag }))
            setTimeout(() => void navigate(paths.lookupTable(project, table.tag)))
            return undefined
          }}
        >
          <TableFields form={form} isNew />
        </EditForm>
      </Panel>
    </Page>
  )
}
