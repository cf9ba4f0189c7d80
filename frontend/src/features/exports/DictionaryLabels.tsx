// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useClient } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { mutationFailure } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { type ExportTable, LabelsQuery } from './exportQuery.ts'
import { withHeadings } from './tableChanges.ts'

type Props = {
  /** The case type. */
  identifier: string
  tables: readonly ExportTable[]
  onChange: (tables: ExportTable[]) => void
}

/** Gives the columns of a case export the labels of the data dictionary. */
export function DictionaryLabels({ identifier, tables, onChange }: Props) {
  const t = useT()
  const client = useClient()
  const { name: project } = useProject()
  const label = async () => {
    const { data, error } = await client
      .query(LabelsQuery, { project, identifier }, { requestPolicy: 'network-only' })
      .toPromise()
    if (error) showToast(mutationFailure(t, error))
    if (!data?.project) return
    onChange(withHeadings(tables, data.project.exportTables))
    showToast(t('exportTable.labelled'))
  }
  return (
    <div>
      <Button variant="default" size="xs" onClick={() => void label()}>
        {t('exportTable.labels')}
      </Button>
    </div>
  )
}
