// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { HoldersPanel } from './HoldersPanel.tsx'
import { WhyPanel } from './WhyPanel.tsx'

/** Whose phones hold the case, and why a phone does or does not; the worker asked about stands in the address. */
export function PhonesTab({ caseId }: { caseId: string }) {
  const [params, setParams] = useSearchParams()
  const ask = (userId: string | null) =>
    setParams(
      (current) => {
        if (userId) current.set('worker', userId)
        else current.delete('worker')
        return current
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <Stack gap="lg">
      <HoldersPanel caseId={caseId} onAsk={ask} />
      <WhyPanel caseId={caseId} userId={params.get('worker')} onAsk={ask} />
    </Stack>
  )
}
