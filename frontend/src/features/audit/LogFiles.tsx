// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { logFileOf } from './logFileOf.ts'

type Props = { log: 'access-log' | 'audit-log'; filter: Record<string, string | null> }

/** Gives the rows that the filter lets through as a file, in either format. */
export function LogFiles({ log, filter }: Props) {
  const t = useT()
  const { name: project } = useProject()
  return (['csv', 'xlsx'] as const).map((format) => (
    <Button
      key={format}
      component="a"
      variant="default"
      href={logFileOf(project, log, format, filter)}
      download
    >
      {t(format === 'csv' ? 'access.download' : 'access.download.xlsx')}
    </Button>
  ))
}
