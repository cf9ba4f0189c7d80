// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths, type WorkbookName } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { isWorkbookName, workbooks, type Workbook } from './workbooks.ts'

type Props = {
  /** Which title the page has. */
  deed: 'upload' | 'download'
  children: (name: WorkbookName, workbook: Workbook) => ReactNode
}

/** The frame of a page about the workbook that the address names, for those who may use it. */
export function WorkbookGate({ deed, children }: Props) {
  const t = useT()
  const { workbook: name } = useParams()
  const { name: project, may } = useProject()
  if (!isWorkbookName(name)) return <NotFoundPage what="page" back={paths.dashboard(project)} />
  const workbook = workbooks[name]
  const { list, needs } = workbook
  return (
    <Page
      key={name}
      title={t(workbook[deed])}
      purpose={t(`${deed}.purpose`)}
      parent={<TextLink to={list.path(project)}>{t(list.title)}</TextLink>}
      narrow
    >
      {needs.some(may) ? (
        children(name, workbook)
      ) : (
        <Panel>
          <EmptyState title={t('error.forbidden.title')} hint={t('error.forbidden.text')} />
        </Panel>
      )}
    </Page>
  )
}
