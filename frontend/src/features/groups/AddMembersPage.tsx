// SPDX-License-Identifier: Apache-2.0
import { Alert, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm, type Problem } from '../../ui/form/EditForm.tsx'
import { mutationFailure } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { useChangeMembers } from './useChangeMembers.ts'
import { usernamesIn } from './usernamesIn.ts'

const GroupNameQuery = graphql(`
  query GroupName($project: String!, $groupId: String!) {
    project(name: $project) {
      id
      group(groupId: $groupId) {
        id
        name
      }
    }
  }
`)

const NamedWorkersQuery = graphql(`
  query NamedWorkers($project: String!, $usernames: [String!]!) {
    project(name: $project) {
      id
      mobileWorkersNamed(usernames: $usernames) {
        id
        userId
        username
      }
    }
  }
`)

const most = 1000

/** Adds many workers to a group by their usernames, pasted from a list. */
export function AddMembersPage() {
  const t = useT()
  const navigate = useNavigate()
  const client = useClient()
  const { groupId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: GroupNameQuery, variables: { project, groupId } })
  const [unknown, setUnknown] = useState<string[]>([])
  const change = useChangeMembers(groupId)
  const name = data?.project?.group?.name ?? ''
  const back = paths.group(project, groupId)
  const form = useForm({
    initialValues: { usernames: '' },
    validate: {
      usernames: (text) => {
        const count = usernamesIn(text).length
        if (count === 0) return t('group.paste.missing')
        return count > most ? t('group.paste.tooMany', { most }) : null
      },
    },
  })
  const submit = async (text: string): Promise<Problem[] | undefined> => {
    const usernames = usernamesIn(text)
    const found = await client.query(
      NamedWorkersQuery,
      { project, usernames },
      { requestPolicy: 'network-only' },
    )
    if (found.error) return [{ field: null, message: mutationFailure(t, found.error) }]
    const workers = found.data?.project?.mobileWorkersNamed ?? []
    const known = new Set(workers.map(({ username }) => username))
    const strangers = usernames.filter((each) => !known.has(each))
    if (workers.length > 0) {
      const problems = await change({ add: workers.map(({ userId }) => userId) })
      if (problems) return problems
      showToast(t('group.added', { count: workers.length, name }))
    }
    setUnknown(strangers)
    if (strangers.length > 0) {
      form.setValues({ usernames: strangers.join('\n') })
      return undefined
    }
    form.resetDirty()
    setTimeout(() => void navigate(back))
    return undefined
  }
  return (
    <Page
      title={t('group.paste.title')}
      purpose={t('group.paste.purpose')}
      parent={<TextLink to={back}>{name || t('groups.title')}</TextLink>}
      narrow
    >
      {unknown.length > 0 && (
        <Alert variant="outline" color="yellow" role="alert" title={t('group.paste.unknown')}>
          {t('group.paste.unknownText', { count: unknown.length })}
        </Alert>
      )}
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('group.paste.submit')}
          onCancel={() => void navigate(back)}
          onSubmit={({ usernames }) => submit(usernames)}
        >
          <Textarea
            label={t('group.paste.label')}
            description={t('group.paste.help')}
            autosize
            minRows={6}
            maxRows={20}
            spellCheck={false}
            {...form.getInputProps('usernames')}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
