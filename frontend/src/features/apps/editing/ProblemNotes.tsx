// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { AppProblem } from './ProblemsContext.tsx'

/** What is wrong with the thing beside which this stands. */
export function ProblemNotes({ problems }: { problems: readonly AppProblem[] }) {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <Stack gap={6} role="status">
      {problems.map(({ message, severity, place }) => (
        <Text key={`${place} ${message}`} size="sm">
          <Status
            tone={severity === 'ERROR' ? 'bad' : 'warn'}
            label={t(severity === 'ERROR' ? 'problem.error' : 'problem.warning')}
          />{' '}
          {message}
        </Text>
      ))}
    </Stack>
  )
}
