// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { When } from '../../ui/When.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { WorkerBelonging } from './WorkerBelonging.tsx'
import { isOfTheServer, type DataSetup } from './workerValues.ts'

export const WorkerOverviewFragment = graphql(`
  fragment WorkerOverview on MobileWorker {
    userId
    username
    email
    language
    role
    deactivateAfter
    phoneNumbers
    createdAt
    lastSubmissionOn
    userData
    userDataProfile {
      profileId
      name
    }
  }
`)

type Props = { worker: FragmentOf<typeof WorkerOverviewFragment>; setup: DataSetup }

/** What is known of a worker, and where she belongs. */
export function WorkerOverview({ worker, setup }: Props) {
  const t = useT()
  const { may } = useProject()
  const known = readFragment(WorkerOverviewFragment, worker)
  const { userId, lastSubmissionOn, userDataProfile: profile } = known
  const labels = new Map(setup.fields.map(({ slug, label }) => [slug, label]))
  const order = [...labels.keys()]
  const place = (slug: string) => (labels.has(slug) ? order.indexOf(slug) : order.length)
  const data = Object.entries(stringsOf(known.userData))
    .filter(([slug]) => !isOfTheServer(slug))
    .toSorted(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
  return (
    <Group align="flex-start" gap="lg">
      <Stack flex="1 1 320px" gap="lg" miw={0}>
        <Panel title={t('worker.facts')}>
          <FactList
            facts={[
              { label: t('workers.column.username'), value: known.username },
              { label: t('worker.role'), value: known.role },
              { label: t('workers.column.email'), value: known.email },
              {
                label: t('editWorker.phones'),
                value: known.phoneNumbers.length > 0 && (
                  <Stack gap={0}>
                    {known.phoneNumbers.map((number) => (
                      <span key={number} className="numeric">
                        {number}
                      </span>
                    ))}
                  </Stack>
                ),
              },
              { label: t('workers.column.language'), value: known.language },
              {
                label: t('worker.deactivateAfter'),
                value: known.deactivateAfter !== null && known.deactivateAfter,
              },
              { label: t('workers.column.created'), value: <When at={known.createdAt} /> },
              {
                label: t('workers.column.lastForm'),
                value: lastSubmissionOn ? <When at={lastSubmissionOn} /> : t('workers.never'),
              },
            ].filter(({ value }) => value !== false)}
          />
        </Panel>
        <Panel title={t('worker.userData')}>
          {data.length === 0 && !profile ? (
            <Text c="dimmed">{t('worker.userData.none')}</Text>
          ) : (
            <FactList
              facts={[
                { label: t('editWorker.profile'), value: profile?.name },
                ...data.map(([slug, value]) => ({ label: labels.get(slug) ?? slug, value })),
              ]}
            />
          )}
        </Panel>
      </Stack>
      <Stack flex="1 1 280px" gap="lg" miw={0}>
        <WorkerBelonging userId={userId} />
        {may('edit_commcare_users') && <ResetPassword userId={userId} />}
      </Stack>
    </Group>
  )
}
