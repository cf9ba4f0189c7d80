// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { answer } from './answer.ts'
import { scopeWords } from './scopes.ts'

export type Question = {
  clientId: string
  name: string
  madeBy: string
  scopes: string[]
  agreedScopes: string[]
  project: string | null
  answersTo: string
}

type Props = { question: Question; state: string; username: string }

/** What a program wants, in plain words, of which the reader may leave something out. */
export function ConsentForm({ question, state, username }: Props) {
  const t = useT()
  const { clientId, name, madeBy, scopes, agreedScopes, project, answersTo } = question
  const [wanted, setWanted] = useState(scopes)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  const say = async (agreed: string[] | null) => {
    setBusy(true)
    setFailed(false)
    const address = await answer({ clientId, state, scopes: agreed })
    if (address) globalThis.location.assign(address)
    else setFailed(true)
    setBusy(false)
  }
  const isFixed = (scope: string) => scope === 'openid' || agreedScopes.includes(scope)
  return (
    <Panel>
      <Stack>
        <Text>{t('oauth.consent.who', { name, madeBy })}</Text>
        <Checkbox.Group
          label={t('oauth.consent.wants', { name })}
          description={
            project ? t('oauth.consent.oneProject', { project }) : t('oauth.consent.allProjects')
          }
          value={wanted}
          onChange={setWanted}
        >
          <Stack mt="sm" gap="sm">
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                disabled={isFixed(scope)}
                label={scopeWords[scope] ? t(scopeWords[scope]) : scope}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="sm" c="dimmed">
          {t('oauth.consent.back', { username, answersTo })} {t('oauth.consent.undo')}
        </Text>
        {failed && (
          <Alert color="red" variant="light" role="alert">
            {t('oauth.consent.failed')}
          </Alert>
        )}
        <Group>
          <Button loading={busy} disabled={wanted.length === 0} onClick={() => void say(wanted)}>
            {t('oauth.consent.allow')}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => void say(null)}>
            {t('oauth.consent.deny')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
