// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../form/problemsOf.ts'
import { showToast } from '../toast/toasts.ts'

const Request = graphql(`
  mutation RequestDeviceLogs($input: RequestDeviceLogsInput!) {
    requestDeviceLogs(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  device: { userId: string; deviceId: string; logsRequestedOn: string | null }
  onChanged: () => void
}

/** Has a phone send its log when it next reports. */
export function RequestLogs({ device, onChanged }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, request] = useMutation(Request)
  const { userId, deviceId, logsRequestedOn } = device
  if (logsRequestedOn) {
    return (
      <Text span size="sm" c="dimmed">
        {t('devices.logsRequested')}
      </Text>
    )
  }
  const ask = async () => {
    const { data, error } = await request({ input: { project, userId, deviceId } })
    const problems = problemsOf(t, error, data?.requestDeviceLogs.userErrors)
    showToast(problems?.[0]?.message ?? t('devices.logsRequestedDone'))
    onChanged()
  }
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={fetching}
      aria-label={t('devices.requestLogsOf', { device: deviceId })}
      onClick={() => void ask()}
    >
      {t('devices.requestLogs')}
    </Button>
  )
}
