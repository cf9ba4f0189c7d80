// SPDX-License-Identifier: Apache-2.0
import { Box, Input, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { AddButton } from '../../../ui/AddButton.tsx'
import { ChosenList } from '../../../ui/ChosenList.tsx'
import { WorkerChoices } from '../../../ui/WorkerChoices.tsx'

const ExcludedQuery = graphql(`
  query ExcludedUser($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        displayName
      }
    }
  }
`)

type Props = { userIds: string[]; onChange: (userIds: string[]) => void }

/** Users to exclude: what they changed last is not forwarded. */
export function ExcludedUsers({ userIds, onChange }: Props) {
  const t = useT()
  const { may } = useProject()
  const sees = may('view_commcare_users') || may('edit_commcare_users')
  const label = t('forwarder.excluded')
  return (
    <div role="group" aria-label={label}>
      <Input.Label component="span">{label}</Input.Label>
      <Text size="xs" c="dimmed" mb={6}>
        {t('forwarder.excluded.help')}
      </Text>
      <ChosenList
        label={label}
        items={userIds.map((value) => ({ value, label: value, note: '' }))}
        beside={({ value }) => (sees ? <UserName userId={value} /> : null)}
        onRemove={(value) => onChange(userIds.filter((each) => each !== value))}
      />
      {sees && (
        <Box mt="xs">
          <AddButton label={t('forwarder.excluded.add')} side="start">
            {(close) => (
              <WorkerChoices
                label={t('forwarder.excluded.add')}
                onChoose={(userId) => {
                  close()
                  onChange([...new Set([...userIds, userId])])
                }}
              />
            )}
          </AddButton>
        </Box>
      )}
    </div>
  )
}

function UserName({ userId }: { userId: string }) {
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: ExcludedQuery, variables: { project, userId } })
  return <Text size="sm">{data?.project?.mobileWorker?.displayName}</Text>
}
