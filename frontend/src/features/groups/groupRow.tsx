// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import { paths } from '../../lib/paths.ts'
import type { Column } from '../../ui/table/Column.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

export const GroupRowFragment = graphql(`
  fragment GroupRow on Group {
    id
    groupId
    name
    caseSharing
    reporting
    lastModified
    members(first: 1) {
      totalCount
    }
  }
`)

export type GroupRow = FragmentOf<typeof GroupRowFragment>

const read = (row: GroupRow) => readFragment(GroupRowFragment, row)

export const groupKey = (row: GroupRow) => read(row).groupId
export const groupName = (row: GroupRow) => read(row).name

export function groupColumns(
  t: Translator,
  project: string,
  number: (value: number) => string,
): Column<GroupRow>[] {
  const yesNo = (yes: boolean) => (yes ? t('answer.yes') : t('answer.no'))
  return [
    {
      id: 'name',
      header: t('groups.column.name'),
      cell: (row) => (
        <TextLink to={paths.group(project, read(row).groupId)} fw={500}>
          {read(row).name}
        </TextLink>
      ),
    },
    {
      id: 'members',
      header: t('groups.column.members'),
      cell: (row) => number(read(row).members.totalCount),
      align: 'end',
    },
    {
      id: 'sharing',
      header: t('groups.column.caseSharing'),
      cell: (row) => yesNo(read(row).caseSharing),
    },
    {
      id: 'reporting',
      header: t('groups.column.reporting'),
      cell: (row) => yesNo(read(row).reporting),
    },
    {
      id: 'modified',
      header: t('groups.column.modified'),
      cell: (row) => <When at={read(row).lastModified} />,
    },
  ]
}
