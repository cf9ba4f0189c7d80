// SPDX-License-Identifier: Apache-2.0
import { Button, List, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { UploadForm } from './UploadForm.tsx'
import { WorkbookGate } from './WorkbookGate.tsx'

/** Changes many things at once by an Excel workbook. */
export function UploadPage() {
  const t = useT()
  const { name: project } = useProject()
  return (
    <WorkbookGate deed="upload">
      {(name, workbook) => (
        <>
          <Panel
            title={t('upload.before')}
            aside={
              <Button
                component={Link}
                to={paths.download(project, name)}
                variant="default"
                size="xs"
              >
                {t('upload.getWorkbook')}
              </Button>
            }
          >
            <Text mb="xs">{t(workbook.layout)}</Text>
            <List size="sm">
              <List.Item>{t('upload.rule.template')}</List.Item>
              <List.Item>{t('upload.rule.rows')}</List.Item>
              <List.Item>{t('upload.rule.errors')}</List.Item>
            </List>
          </Panel>
          <Panel title={t('upload.file')}>
            <UploadForm name={name} workbook={workbook} />
          </Panel>
        </>
      )}
    </WorkbookGate>
  )
}
