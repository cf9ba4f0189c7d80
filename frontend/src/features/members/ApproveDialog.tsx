// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { GivenRoleDialog } from './GivenRoleDialog.tsx'
import type { JoinRequest } from './JoinRequests.tsx'

const ApproveJoinRequest = graphql(`
  mutation ApproveJoinRequest($input: ApproveJoinRequestInput!) {
    approveJoinRequest(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { request: JoinRequest; onClose: () => void; onDone: () => void }

/** As what somebody who asked is let in. */
export function ApproveDialog({ request, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, approve] = useMutation(ApproveJoinRequest)
  return (
    <GivenRoleDialog
      title={t('joinRequests.let', { name: request.fullName })}
      initial=""
      submitLabel={t('joinRequests.approve')}
      give={async (role) => {
        const { data, error } = await approve({
          input: { project, requestId: request.requestId, role },
        })
        return problemsOf(t, error, data?.approveJoinRequest.userErrors)
      }}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
