// SPDX-License-Identifier: Apache-2.0
import { Suspense } from 'react'
import { Navigate, useLocation, useParams } from 'react-router'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { Frame } from './Frame.tsx'
import { ProjectGate } from './ProjectGate.tsx'

const IdleWatch = laterPart(async () => (await import('./IdleWatch.tsx')).IdleWatch)
const day = 86_400

/** Everything behind the sign-in. Keeps the address, so that signing in leads back to it. */
export function SignedInLayout() {
  const { user } = useSession()
  const location = useLocation()
  const { project } = useParams()
  if (!user) {
    const next = location.pathname + location.search
    const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
    return <Navigate to={`/signin${query}`} replace />
  }
  return (
    <>
      <ProjectGate name={project}>
        {(content, current) => <Frame current={current}>{content}</Frame>}
      </ProjectGate>
      {user.idleSeconds <= day && (
        <Suspense>
          <IdleWatch idleSeconds={user.idleSeconds} />
        </Suspense>
      )}
    </>
  )
}
