// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { TransactionKinds } from '../../ui/TransactionKinds.tsx'

export const CaseChangesTabFragment = graphql(`
  fragment CaseChangesTab on Form {
    caseChanges {
      caseId
      kinds
      revoked
      case {
        id
        name
        type
      }
      changes {
        name
        before
        after
      }
    }
  }
`)

/** What the form did to each case. */
export function CaseChangesTab({ form }: { form: FragmentOf<typeof CaseChangesTabFragment> }) {
  const t = useT()
  const { name: project } = useProject()
  const { caseChanges } = readFragment(CaseChangesTabFragment, form)
  if (caseChanges.length === 0) {
    return (
      <Panel>
        <EmptyState title={t('form.noCases.title')} hint={t('form.noCases.hint')} />
      </Panel>
    )
  }
  return (
    <Stack>
      {caseChanges.map(({ caseId, case: changed, kinds, revoked, changes }) => (
        <Panel
          key={caseId}
          title={
            <TextLink to={paths.case(project, caseId)}>
              {changed?.name || t('case.unnamed')}
              {changed && ` · ${changed.type}`}
            </TextLink>
          }
          aside={
            revoked ? (
              <Status tone="warn" label={t('transaction.revoked')} />
            ) : (
              <TransactionKinds kinds={kinds} />
            )
          }
        >
          <ChangeList changes={changes} />
        </Panel>
      ))}
    </Stack>
  )
}
