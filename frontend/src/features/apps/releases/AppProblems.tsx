// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useClient } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { mutationFailure } from '../../../ui/form/problemsOf.ts'
import { useEditing } from '../editing/EditingContext.tsx'
import type { AppProblem } from './MakeVersion.tsx'
import { ProblemList } from './ProblemList.tsx'

const ProblemsQuery = graphql(`
  query AppProblems($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        problems {
          place
          message
          severity
          menuId
          formId
          question
        }
      }
    }
  }
`)

/** Says on request what would keep a version from being made now. */
export function AppProblems() {
  const t = useT()
  const { appId = '' } = useParams()
  const { name: project } = useProject()
  const client = useClient()
  const editing = useEditing()
  const [problems, setProblems] = useState<AppProblem[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setFailure(null)
    await editing.saveNow()
    const { data, error } = await client
      .query(ProblemsQuery, { project, appId }, { requestPolicy: 'network-only' })
      .toPromise()
    setBusy(false)
    if (error) setFailure(mutationFailure(t, error))
    else setProblems(data?.project?.app?.problems ?? [])
  }
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="default" loading={busy} onClick={() => void check()}>
          {t('check.submit')}
        </Button>
        <Text role="status" size="sm" c={failure ? 'var(--b-danger)' : 'dimmed'}>
          {failure ?? (problems?.length === 0 ? t('check.none') : '')}
        </Text>
      </Group>
      {problems && problems.length > 0 && <ProblemList appId={appId} problems={problems} />}
    </Stack>
  )
}
