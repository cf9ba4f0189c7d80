// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import classes from '../Forwarding.module.css'

const Rotate = graphql(`
  mutation RotateSigningSecret($input: RotateSigningSecretInput!) {
    rotateSigningSecret(input: $input) {
      secret
      userErrors {
        message
        field
      }
    }
  }
`)

/** Makes a secret with which receivers check that a delivery came from here; it is shown once. */
export function SigningSecret({ connectionId }: { connectionId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, rotate] = useMutation(Rotate)
  const [secret, setSecret] = useState<string | null>(null)
  const make = async () => {
    const { data, error } = await rotate({ input: { project, connectionId } })
    const problems = problemsOf(t, error, data?.rotateSigningSecret.userErrors)
    if (problems) return showToast(problems.map(({ message }) => message).join(' '))
    setSecret(data?.rotateSigningSecret.secret ?? null)
  }
  return (
    <Panel title={t('signingSecret.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('signingSecret.purpose')}
        </Text>
        <Button variant="default" loading={fetching} onClick={() => void make()}>
          {t('signingSecret.submit')}
        </Button>
        {secret && (
          <Alert
            color="accent"
            variant="outline"
            role="status"
            title={t('signingSecret.once')}
            w="100%"
          >
            <Group gap="sm">
              <Code className={classes['address'] ?? ''}>{secret}</Code>
              <CopyText value={secret} label={t('action.copy')} />
            </Group>
          </Alert>
        )}
      </Stack>
    </Panel>
  )
}
