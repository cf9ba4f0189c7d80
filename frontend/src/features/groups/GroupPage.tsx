// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { When } from '../../ui/When.tsx'
import { DeleteGroupMutation } from './DeleteGroups.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import { useMayEditGroups } from './useMayEditGroups.ts'

const GroupQuery = graphql(`
  query Group($project: String!, $groupId: String!) {
    project(name: $project) {
      id
      group(groupId: $groupId) {
        id
        groupId
        name
        caseSharing
        reporting
        metadata
        createdAt
        lastModified
      }
    }
  }
`)

export function GroupPage() {
  const { groupId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: GroupQuery,
    variables: { project, groupId },
    requestPolicy: 'cache-and-network',
  })
  const group = data?.project?.group
  if (group) return <LoadedGroup key={groupId} group={group} />
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (data) return <NotFoundPage what="group" back={paths.groups(project)} />
  return <PageSkeleton />
}

type Group = NonNullable<NonNullable<ResultOf<typeof GroupQuery>['project']>['group']>

function LoadedGroup({ group }: { group: Group }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const mayEdit = useMayEditGroups()
  const [, deleteGroup] = useMutation(DeleteGroupMutation)
  const [deleting, setDeleting] = useState(false)
  const { groupId, name, caseSharing, reporting, createdAt, lastModified } = group
  const metadata = Object.entries(stringsOf(group.metadata))
  const yesNo = (yes: boolean) => (yes ? t('answer.yes') : t('answer.no'))
  return (
    <Page
      title={name}
      parent={<TextLink to={paths.groups(project)}>{t('groups.title')}</TextLink>}
      actions={
        mayEdit && (
          <>
            <Button component={Link} to={paths.editGroup(project, groupId)}>
              {t('worker.edit')}
            </Button>
            <ActionMenu
              actions={[{ label: t('deleteGroup.submit'), onClick: () => setDeleting(true) }]}
            />
          </>
        )
      }
    >
      <Panel title={t('group.facts')}>
        <FactList
          facts={[
            { label: t('groups.column.caseSharing'), value: yesNo(caseSharing) },
            { label: t('groups.column.reporting'), value: yesNo(reporting) },
            ...metadata.map(([label, value]) => ({ label, value })),
            { label: t('workers.column.created'), value: <When at={createdAt} /> },
            { label: t('groups.column.modified'), value: <When at={lastModified} /> },
          ]}
        />
      </Panel>
      <GroupMembers groupId={groupId} name={name} />
      {deleting && (
        <TypedConfirm
          title={t('deleteGroup.title', { name })}
          text={<Text>{t('deleteGroup.text')}</Text>}
          name={name}
          confirmLabel={t('deleteGroup.submit')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            const { data, error } = await deleteGroup({ input: { project, groupId } })
            const problems = problemsOf(t, error, data?.deleteGroup.userErrors)
            if (problems) return problems
            showToast(t('deleteGroup.done', { name }))
            void navigate(paths.groups(project))
            return undefined
          }}
        />
      )}
    </Page>
  )
}
