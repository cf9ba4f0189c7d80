// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import { paths } from '../../lib/paths.ts'
import { PersonName } from '../../ui/PersonName.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { formName } from './formName.ts'
import { FormStatus } from './FormStatus.tsx'

export const FormRowFragment = graphql(`
  fragment FormRow on Form {
    id
    formId
    name
    xmlns
    state
    userId
    username
    receivedOn
    problem
    user {
      userId
      displayName
    }
  }
`)

export type FormRow = FragmentOf<typeof FormRowFragment>

export const formKey = (row: FormRow) => readFragment(FormRowFragment, row).formId

/** The columns of Submit History. */
export function formColumns(t: Translator, project: string): Column<FormRow>[] {
  const read = (row: FormRow) => readFragment(FormRowFragment, row)
  return [
    {
      id: 'form',
      header: t('forms.column.form'),
      cell: (row) => (
        <TextLink to={paths.form(project, read(row).formId)} fw={500}>
          {formName(t, read(row))}
        </TextLink>
      ),
    },
    {
      id: 'worker',
      header: t('forms.column.worker'),
      cell: (row) => (
        <PersonName user={read(row).user} otherwise={read(row).username ?? read(row).userId} />
      ),
    },
    {
      id: 'received',
      header: t('forms.column.received'),
      cell: (row) => <When at={read(row).receivedOn} />,
      orders: { first: 'RECEIVED_DESC', ascending: 'RECEIVED_ASC', descending: 'RECEIVED_DESC' },
    },
    {
      id: 'state',
      header: t('forms.column.state'),
      cell: (row) => <FormStatus state={read(row).state} />,
    },
  ]
}
