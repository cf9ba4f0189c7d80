// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths, type WorkbookName } from '../../lib/paths.ts'
import type { Permission } from '../../lib/project/ProjectContext.tsx'

export type Workbook = {
  value: ReturnType<typeof graphql.scalar<'Workbook'>>
  upload: MessageKey
  download: MessageKey
  /** What its sheets and columns are. */
  layout: MessageKey
  /** Where what is in it is listed. */
  list: { title: MessageKey; path: (project: string) => string }
  /** Any one of these is enough. */
  needs: Permission[]
}

export const workbooks: Record<WorkbookName, Workbook> = {
  'mobile-workers': {
    value: 'MOBILE_WORKERS',
    upload: 'upload.workers',
    download: 'download.workers',
    layout: 'workbook.workers',
    list: { title: 'workers.title', path: paths.mobileWorkers },
    needs: ['edit_commcare_users'],
  },
  'web-users': {
    value: 'WEB_USERS',
    upload: 'upload.webUsers',
    download: 'download.webUsers',
    layout: 'workbook.webUsers',
    list: { title: 'webUsers.title', path: paths.webUsers },
    needs: ['edit_web_users'],
  },
  groups: {
    value: 'GROUPS',
    upload: 'upload.groups',
    download: 'download.groups',
    layout: 'workbook.groups',
    list: { title: 'groups.title', path: paths.groups },
    needs: ['edit_groups', 'edit_commcare_users'],
  },
  locations: {
    value: 'LOCATIONS',
    upload: 'upload.locations',
    download: 'download.locations',
    layout: 'workbook.locations',
    list: { title: 'organization.title', path: paths.organization },
    needs: ['edit_locations'],
  },
  'lookup-tables': {
    value: 'LOOKUP_TABLES',
    upload: 'upload.tables',
    download: 'download.tables',
    layout: 'workbook.tables',
    list: { title: 'lookupTables.title', path: paths.lookupTables },
    needs: ['edit_data'],
  },
}

export function isWorkbookName(name: string | undefined): name is WorkbookName {
  return name !== undefined && Object.hasOwn(workbooks, name)
}

/** The workbook that a job reads or writes; none for what is done to a selection. */
export function workbookOf(kind: string): WorkbookName | undefined {
  const names = Object.keys(workbooks) as WorkbookName[]
  return names.find((name) =>
    [`${workbooks[name].value}_UPLOAD`, `${workbooks[name].value}_DOWNLOAD`].includes(kind),
  )
}
