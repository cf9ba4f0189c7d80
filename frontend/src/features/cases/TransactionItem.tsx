// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { TransactionKinds } from '../../ui/TransactionKinds.tsx'
import { When } from '../../ui/When.tsx'
import classes from './HistoryTab.module.css'

export const TransactionItemFragment = graphql(`
  fragment TransactionItem on CaseTransaction {
    ordinal
    kinds
    formId
    serverDate
    userId
    revoked
    user {
      userId
      displayName
    }
    form {
      id
      name
      xmlns
    }
    changes {
      name
      before
      after
    }
  }
`)

/** One step in the life of a case: which form, who, when, and what it changed. */
export function TransactionItem({
  transaction,
}: {
  transaction: FragmentOf<typeof TransactionItemFragment>
}) {
  const t = useT()
  const { name: project } = useProject()
  const { kinds, formId, form, serverDate, user, userId, revoked, changes } = readFragment(
    TransactionItemFragment,
    transaction,
  )
  return (
    <li className={classes['item']} data-revoked={revoked || undefined}>
      <div className={classes['head']}>
        <span className={classes['what']}>
          {formId ? (
            <TextLink to={paths.form(project, formId)}>
              {form?.name || form?.xmlns || t('origin.form')}
            </TextLink>
          ) : (
            t('transaction.byServer')
          )}
        </span>
        <TransactionKinds kinds={kinds} />
        {revoked && <Status tone="warn" label={t('transaction.revoked')} />}
      </div>
      <div className={classes['who']}>
        <PersonName user={user} otherwise={userId} /> · <When at={serverDate} />
      </div>
      <div className={classes['changes']}>
        <ChangeList changes={[...changes]} />
      </div>
    </li>
  )
}
