// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { mutationFailure } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

export const ActivationFragment = graphql(`
  fragment Activation on MobileWorker {
    userId
    displayName
    active
  }
`)

const SetActive = graphql(`
  mutation SetMobileWorkerActive($input: SetMobileWorkerActiveInput!) {
    setMobileWorkerActive(input: $input) {
      mobileWorker {
        id
        active
      }
      userErrors {
        message
      }
    }
  }
`)

/** Keeps a worker out or lets her in again; her forms and cases stay. */
export function ActivationButton({ worker }: { worker: FragmentOf<typeof ActivationFragment> }) {
  const t = useT()
  const { name: project } = useProject()
  const { userId, displayName: name, active } = readFragment(ActivationFragment, worker)
  const [{ fetching }, setActive] = useMutation(SetActive)
  const change = async (to: boolean) => {
    const { data, error } = await setActive({ input: { project, userId, active: to } })
    const problem = error
      ? mutationFailure(t, error)
      : data?.setMobileWorkerActive.userErrors[0]?.message
    if (problem) showToast(problem)
    else
      showToast(
        t(to ? 'worker.reactivated' : 'worker.deactivated', { name }),
        () => void change(!to),
      )
  }
  return (
    <Button variant="default" loading={fetching} onClick={() => void change(!active)}>
      {active ? t('worker.deactivate') : t('worker.reactivate')}
    </Button>
  )
}
