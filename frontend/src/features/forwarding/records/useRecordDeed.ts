// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'

const Resend = graphql(`
  mutation ResendForwardingRecord($input: ForwardingRecordInput!) {
    outcome: resendForwardingRecord(input: $input) {
      record {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Cancel = graphql(`
  mutation CancelForwardingRecord($input: ForwardingRecordInput!) {
    outcome: cancelForwardingRecord(input: $input) {
      record {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Requeue = graphql(`
  mutation RequeueForwardingRecord($input: ForwardingRecordInput!) {
    outcome: requeueForwardingRecord(input: $input) {
      record {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export type Deed = 'resend' | 'cancel' | 'requeue'

/** Does something to one record; says so when it cannot be done. */
export function useRecordDeed(onDone: () => void) {
  const t = useT()
  const { name: project } = useProject()
  const [, resend] = useMutation(Resend)
  const [, cancel] = useMutation(Cancel)
  const [, requeue] = useMutation(Requeue)
  const deeds = { resend, cancel, requeue }
  return async (deed: Deed, recordId: string) => {
    const { data, error } = await deeds[deed]({ input: { project, recordId } })
    const problems = problemsOf(t, error, data?.outcome.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    onDone()
  }
}
