// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { WorkerSelect } from '../../../ui/WorkerSelect.tsx'
import { WhyAnswer } from './WhyAnswer.tsx'
import { WhyQuery } from './whyQuery.ts'

type Props = { caseId: string; userId: string | null; onAsk: (userId: string | null) => void }

/** Asks why the case is, or is not, on the phone of a worker. */
export function WhyPanel({ caseId, userId, onAsk }: Props) {
  const t = useT()
  return (
    <Panel title={t('casePhones.ask')}>
      <Stack gap="lg">
        <WorkerSelect
          label={t('casePhones.column.worker')}
          value={userId}
          nobody={t('casePhones.choose')}
          onChange={onAsk}
        />
        <div aria-live="polite">
          {userId ? (
            <Answer caseId={caseId} userId={userId} />
          ) : (
            <Text c="dimmed">{t('casePhones.ask.hint')}</Text>
          )}
        </div>
      </Stack>
    </Panel>
  )
}

function Answer({ caseId, userId }: { caseId: string; userId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: WhyQuery,
    variables: { project, caseId, userId },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data) return <Skeleton h={72} />
  const why = data.project?.case?.whyOnPhone
  const worker = data.project?.mobileWorker
  if (!why || !worker) return <Text c="dimmed">{t('casePhones.noWorker')}</Text>
  return <WhyAnswer why={why} name={worker.displayName} />
}
