// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

const MailReset = graphql(`
  mutation MailWorkerPasswordReset($input: MemberInput!) {
    mailMobileWorkerPasswordReset(input: $input) {
      path
      userErrors {
        message
        field
      }
    }
  }
`)

const MailConfirmation = graphql(`
  mutation MailWorkerConfirmation($input: MemberInput!) {
    mailMobileWorkerConfirmation(input: $input) {
      path
      userErrors {
        message
        field
      }
    }
  }
`)

/**
 * Mails a worker the link to choose a password; gives its path where the server sends no mails, for handing it over.
 */
export function useMailWorkerLink(userId: string, confirmed: boolean) {
  const t = useT()
  const { name: project } = useProject()
  const [, reset] = useMutation(MailReset)
  const [, confirm] = useMutation(MailConfirmation)
  return async () => {
    const input = { project, userId }
    const sent = confirmed ? await reset({ input }) : await confirm({ input })
    const answer =
      sent.data && 'mailMobileWorkerPasswordReset' in sent.data
        ? sent.data.mailMobileWorkerPasswordReset
        : sent.data?.mailMobileWorkerConfirmation
    const problems = problemsOf(t, sent.error, answer?.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    else if (!answer?.path) showToast(t('worker.linkMailed'))
    return problems ? null : (answer?.path ?? null)
  }
}
