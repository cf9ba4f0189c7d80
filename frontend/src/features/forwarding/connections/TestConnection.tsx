// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { mutationFailure } from '../../../ui/form/problemsOf.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { Status } from '../../../ui/Status.tsx'
import classes from '../Forwarding.module.css'

const Test = graphql(`
  mutation TestConnection($input: TestConnectionInput!) {
    testConnection(input: $input) {
      status
      body
      error
      userErrors {
        message
      }
    }
  }
`)

/** Sends a request with what is saved, and shows the answer. */
export function TestConnection({ connectionId }: { connectionId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error, fetching }, test] = useMutation(Test)
  const answer = data?.testConnection
  const well = answer?.status != null && answer.status >= 200 && answer.status < 300
  const problem = error
    ? mutationFailure(t, error)
    : (answer?.error ?? answer?.userErrors.map(({ message }) => message).join(' '))
  return (
    <Panel title={t('testConnection.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('testConnection.purpose')}
        </Text>
        <Button
          variant="default"
          loading={fetching}
          onClick={() => void test({ input: { project, connectionId } })}
        >
          {t('testConnection.submit')}
        </Button>
        <div role="status" className={classes['answer']}>
          {!fetching && (answer || error) && (
            <Stack gap="sm">
              <Group gap="sm">
                <Status
                  tone={well ? 'good' : 'bad'}
                  label={
                    answer?.status == null
                      ? t('testConnection.silent')
                      : t('testConnection.status', { status: String(answer.status) })
                  }
                />
                {problem && <Text size="sm">{problem}</Text>}
              </Group>
              {answer?.body && (
                <Code block className={classes['text'] ?? ''} tabIndex={0}>
                  {answer.body}
                </Code>
              )}
            </Stack>
          )}
        </div>
      </Stack>
    </Panel>
  )
}
