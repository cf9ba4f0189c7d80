// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Status } from '../../ui/Status.tsx'
import { showToast } from '../../ui/toast/toasts.ts'

const SetApiKeyActive = graphql(`
  mutation SetApiKeyActive($input: SetApiKeyActiveInput!) {
    setApiKeyActive(input: $input) {
      apiKey {
        apiKeyId
        active
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Key = { apiKeyId: string; name: string; expiresAt: string | null; active: boolean }

/** Whether a key opens anything now, and the button that changes it. */
export function KeyStatus({ apiKey, onChanged }: { apiKey: Key; onChanged: () => void }) {
  const t = useT()
  const [{ fetching }, setActive] = useMutation(SetApiKeyActive)
  const { apiKeyId, name, expiresAt, active } = apiKey
  const [now] = useState(() => Date.now())
  if (expiresAt && Date.parse(expiresAt) <= now) {
    return <Status tone="quiet" label={t('apiKeys.status.expired')} />
  }
  const change = async () => {
    const { data, error } = await setActive({ input: { apiKeyId, active: !active } })
    const problems = problemsOf(t, error, data?.setApiKeyActive.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    else onChanged()
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Status
        tone={active ? 'good' : 'warn'}
        label={active ? t('apiKeys.status.active') : t('apiKeys.status.inactive')}
      />
      <Button
        size="compact-sm"
        variant="default"
        loading={fetching}
        aria-label={
          active ? t('apiKeys.deactivateName', { name }) : t('apiKeys.reactivateName', { name })
        }
        onClick={() => void change()}
      >
        {active ? t('apiKeys.deactivate') : t('apiKeys.reactivate')}
      </Button>
    </Group>
  )
}
