// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Builder } from './Builder.tsx'
import { objectOf } from './document/json.ts'
import { AppEditing } from './editing/AppEditing.ts'
import { EditingContext } from './editing/EditingContext.tsx'
import { BuilderQuery, graphqlServer } from './editing/graphqlServer.ts'
import type { ServerState } from './editing/server.ts'

/** The application builder. */
export function BuilderPage() {
  const { appId = '' } = useParams()
  const { name: project } = useProject()
  const [start, setStart] = useState<{ appId: string; state: ServerState } | null>(null)
  const isOpen = start?.appId === appId
  const [{ data, error, fetching }, read] = useQuery({
    query: BuilderQuery,
    variables: { project, appId },
    requestPolicy: 'network-only',
    // Later answers come with what is saved; this one would be asked for again after each of them.
    pause: isOpen,
  })
  const app = data?.project?.app
  if (isOpen) return <OpenBuilder key={appId} appId={appId} start={start.state} />
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data) return <PageSkeleton />
  if (!app || app.deleted) return <NotFoundPage what="app" back={paths.apps(project)} />
  setStart({ appId, state: { document: objectOf(app.document), version: app.version } })
  return <PageSkeleton />
}

/** What is here from now on is the work itself; the server's first answer only began it. */
function OpenBuilder({ appId, start }: { appId: string; start: ServerState }) {
  const t = useT()
  const client = useClient()
  const { name: project, may } = useProject()
  const [editing] = useState(
    () => new AppEditing(graphqlServer(client, t, { project, appId }), start, may('edit_apps')),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (editing.hasUnsaved) event.preventDefault()
    }
    globalThis.addEventListener('beforeunload', ask)
    return () => {
      globalThis.removeEventListener('beforeunload', ask)
      void editing.saveNow()
    }
  }, [editing])
  return (
    <EditingContext.Provider value={editing}>
      <Builder appId={appId} />
    </EditingContext.Provider>
  )
}
