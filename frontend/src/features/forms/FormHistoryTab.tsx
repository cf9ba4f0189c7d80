// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { When } from '../../ui/When.tsx'

export const FormHistoryTabFragment = graphql(`
  fragment FormHistoryTab on Form {
    history {
      operation
      at
      userId
      user {
        userId
        displayName
      }
    }
  }
`)

const operations: Record<string, MessageKey> = {
  archive: 'formEvent.archive',
  unarchive: 'formEvent.unarchive',
  edit: 'formEvent.edit',
}

/** What was done to the form after it arrived. */
export function FormHistoryTab({ form }: { form: FragmentOf<typeof FormHistoryTabFragment> }) {
  const t = useT()
  const { history } = readFragment(FormHistoryTabFragment, form)
  type Event = (typeof history)[number]
  return (
    <Panel flush>
      <DataTable
        caption={t('form.tab.history')}
        rows={history}
        rowKey={({ at, operation }) => `${at} ${operation}`}
        columns={[
          {
            id: 'what',
            header: t('formEvent.column.what'),
            cell: ({ operation }: Event) => {
              const label = operations[operation]
              return label ? t(label) : operation
            },
          },
          {
            id: 'who',
            header: t('formEvent.column.who'),
            cell: ({ user, userId }: Event) => <PersonName user={user} otherwise={userId} />,
          },
          {
            id: 'when',
            header: t('formEvent.column.when'),
            cell: ({ at }: Event) => <When at={at} />,
          },
        ]}
        empty={<EmptyState title={t('formEvent.none.title')} hint={t('formEvent.none.hint')} />}
      />
    </Panel>
  )
}
