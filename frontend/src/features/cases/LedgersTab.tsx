// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { When } from '../../ui/When.tsx'

type Ledger = {
  sectionId: string
  entryId: string
  product: { name: string } | null
  balance: string
  modifiedOn: string
}

/** Stock that the case holds, by section and product. */
export function LedgersTab({ ledgers }: { ledgers: readonly Ledger[] }) {
  const t = useT()
  return (
    <Panel flush>
      <DataTable
        caption={t('case.tab.ledgers')}
        rows={[...ledgers]}
        rowKey={({ sectionId, entryId }) => `${sectionId} ${entryId}`}
        columns={[
          {
            id: 'entry',
            header: t('ledger.entry'),
            cell: ({ entryId, product }: Ledger) => product?.name ?? entryId,
          },
          {
            id: 'section',
            header: t('ledger.section'),
            cell: ({ sectionId }: Ledger) => sectionId,
          },
          {
            id: 'balance',
            header: t('ledger.balance'),
            align: 'end',
            cell: ({ balance }: Ledger) => balance,
          },
          {
            id: 'modified',
            header: t('cases.column.modified'),
            cell: ({ modifiedOn }: Ledger) => <When at={modifiedOn} />,
          },
        ]}
        empty={null}
      />
    </Panel>
  )
}
