// SPDX-License-Identifier: Apache-2.0
import { useT } from '../lib/i18n/I18nContext.tsx'
import { paths, type WorkbookName } from '../lib/paths.ts'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { ActionMenu } from './ActionMenu.tsx'

type Props = {
  workbook: WorkbookName
  /** The filters of the list, as they stand in its address. */
  filters?: string
}

/** The ways from a list to its Excel workbook and back. */
export function WorkbookMenu({ workbook, filters = '' }: Props) {
  const t = useT()
  const { name: project } = useProject()
  return (
    <ActionMenu
      actions={[
        { label: t('workbook.download'), to: paths.download(project, workbook) + filters },
        { label: t('workbook.upload'), to: paths.upload(project, workbook) },
      ]}
    />
  )
}
