// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import { paths } from '../../lib/paths.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { PersonName } from '../../ui/PersonName.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { CaseStatus } from './CaseStatus.tsx'

export const CaseRowFragment = graphql(`
  fragment CaseRow on Case {
    id
    caseId
    type
    name
    ownerId
    closed
    deleted
    openedOn
    serverModifiedOn
    properties
    owner {
      userId
      displayName
    }
  }
`)

export type CaseRow = FragmentOf<typeof CaseRowFragment>

const read = (row: CaseRow) => readFragment(CaseRowFragment, row)

export const caseKey = (row: CaseRow) => read(row).caseId

export const caseName = (row: CaseRow) => read(row).name || read(row).caseId

/** The columns of the Case List; `extra` names the properties that the reader added. */
export function caseColumns(t: Translator, project: string, extra: string[]): Column<CaseRow>[] {
  return [
    {
      id: 'name',
      header: t('cases.column.name'),
      cell: (row) => (
        <TextLink to={paths.case(project, read(row).caseId)} fw={500}>
          {read(row).name || t('case.unnamed')}
        </TextLink>
      ),
      orders: { first: 'NAME_ASC', ascending: 'NAME_ASC', descending: 'NAME_DESC' },
    },
    { id: 'type', header: t('cases.column.type'), cell: (row) => read(row).type },
    ...extra.map((property) => ({
      id: `property ${property}`,
      header: property,
      cell: (row: CaseRow) => stringsOf(read(row).properties)[property] ?? '—',
    })),
    {
      id: 'owner',
      header: t('cases.column.owner'),
      cell: (row) => <PersonName user={read(row).owner} otherwise={read(row).ownerId} />,
    },
    {
      id: 'opened',
      header: t('cases.column.opened'),
      cell: (row) => {
        const { openedOn } = read(row)
        return openedOn ? <When at={openedOn} /> : '—'
      },
    },
    {
      id: 'modified',
      header: t('cases.column.modified'),
      cell: (row) => <When at={read(row).serverModifiedOn} />,
      orders: {
        first: 'SERVER_MODIFIED_DESC',
        ascending: 'SERVER_MODIFIED_ASC',
        descending: 'SERVER_MODIFIED_DESC',
      },
    },
    {
      id: 'status',
      header: t('cases.column.status'),
      cell: (row) => <CaseStatus closed={read(row).closed} deleted={read(row).deleted} />,
    },
  ]
}
