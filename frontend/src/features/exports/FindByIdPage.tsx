// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { idIn } from './idIn.ts'

const FindQuery = graphql(`
  query FindById($project: String!, $id: String!) {
    project(name: $project) {
      id
      case(caseId: $id) {
        id
        name
      }
      form(formId: $id) {
        id
        name
      }
    }
  }
`)

type Kind = 'case' | 'form'
type Outcome = { id: string; found: boolean }

/** Leads from an id that stands in an export or in a message to what it means. */
export function FindByIdPage() {
  const t = useT()
  const { may } = useProject()
  const allowed = may('view_reports') || may('edit_data')
  return (
    <Page title={t('find.title')} purpose={t('find.purpose')} narrow>
      {allowed ? (
        <>
          <FindBox kind="case" />
          <FindBox kind="form" />
        </>
      ) : (
        <Panel>
          <EmptyState title={t('error.forbidden.title')} hint={t('error.forbidden.text')} />
        </Panel>
      )}
    </Page>
  )
}

function FindBox({ kind }: { kind: Kind }) {
  const t = useT()
  const client = useClient()
  const { name: project } = useProject()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [failed, setFailed] = useState(false)
  const isCase = kind === 'case'
  const find = async () => {
    const id = idIn(text)
    if (!id) return
    const { data, error } = await client
      .query(FindQuery, { project, id }, { requestPolicy: 'network-only' })
      .toPromise()
    setFailed(error !== undefined)
    setOutcome(error ? null : { id, found: Boolean(data?.project?.[kind]) })
  }
  return (
    <Panel title={t(isCase ? 'find.case' : 'find.form')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <Stack gap="sm">
          <Group align="flex-end">
            <TextInput
              label={t(isCase ? 'find.caseId' : 'find.formId')}
              autoComplete="off"
              flex="1"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit">{t('find.submit')}</Button>
          </Group>
          <Text role="status" size="sm">
            {failed && t('error.unreachable.title')}
            {outcome &&
              t(
                outcome.found
                  ? isCase
                    ? 'find.caseFound'
                    : 'find.formFound'
                  : isCase
                    ? 'find.caseMissing'
                    : 'find.formMissing',
              )}{' '}
            {outcome?.found && (
              <TextLink to={paths[kind](project, outcome.id)}>{t('find.view')}</TextLink>
            )}
          </Text>
        </Stack>
      </form>
    </Panel>
  )
}
