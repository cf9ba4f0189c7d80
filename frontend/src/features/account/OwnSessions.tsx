// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { When } from '../../ui/When.tsx'
import { browserOf } from './browserOf.ts'

const SessionsQuery = graphql(`
  query OwnSessions {
    me {
      userId
      sessions {
        sessionId
        openedAt
        lastSeenAt
        address
        agent
        current
        singleSignOn
      }
    }
  }
`)

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      ended
      userErrors {
        message
        field
      }
    }
  }
`)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ended
      userErrors {
        message
        field
      }
    }
  }
`)

type Session = ResultOf<typeof SessionsQuery>['me']['sessions'][number]

/** Where the reader is signed in; she ends what was not her doing. */
export function OwnSessions() {
  const t = useT()
  const [{ data, error }, read] = useQuery({ query: SessionsQuery, requestPolicy: 'network-only' })
  const [one, endOne] = useMutation(EndSession)
  const [others, endOthers] = useMutation(EndOtherSessions)
  const [problem, setProblem] = useState<string | null>(null)
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const told = (problems: ReturnType<typeof problemsOf>) => {
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (!problems) showToast(t('sessions.ended'))
    readAgain()
  }
  const end = async (sessionId: string) => {
    const { data: done, error: failure } = await endOne({ input: { sessionId } })
    told(problemsOf(t, failure, done?.endSession.userErrors))
  }
  const endAllOthers = async () => {
    const { data: done, error: failure } = await endOthers({})
    told(problemsOf(t, failure, done?.endOtherSessions.userErrors))
  }
  const sessions = data?.me.sessions
  const columns = [
    {
      id: 'browser',
      header: t('sessions.browser'),
      cell: ({ agent, current, singleSignOn }: Session) => (
        <Group gap="xs">
          <Text size="sm">{browserOf(agent) ?? t('sessions.unknown')}</Text>
          {current && <Badge variant="light">{t('sessions.current')}</Badge>}
          {singleSignOn && <Badge variant="default">{t('sessions.singleSignOn')}</Badge>}
        </Group>
      ),
    },
    {
      id: 'address',
      header: t('activity.address'),
      cell: ({ address }: Session) => address || '—',
    },
    {
      id: 'used',
      header: t('sessions.lastSeen'),
      cell: ({ lastSeenAt }: Session) => <When at={lastSeenAt} />,
    },
    {
      id: 'end',
      header: t('export.actions'),
      cell: ({ sessionId, current }: Session) =>
        !current && (
          <Button
            size="compact-sm"
            variant="default"
            loading={one.fetching}
            onClick={() => void end(sessionId)}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ]
  return (
    <Panel title={t('sessions.title')}>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {problem && (
        <Alert role="alert" color="red" variant="outline">
          {problem}
        </Alert>
      )}
      <DataTable
        caption={t('sessions.title')}
        columns={columns}
        rows={sessions}
        rowKey={({ sessionId }) => sessionId}
        empty={null}
      />
      {sessions?.some(({ current }) => !current) && (
        <Group mt="md">
          <Button variant="default" loading={others.fetching} onClick={() => void endAllOthers()}>
            {t('sessions.endOthers')}
          </Button>
        </Group>
      )}
    </Panel>
  )
}
