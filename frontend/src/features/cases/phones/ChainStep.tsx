// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { CaseStatus } from '../CaseStatus.tsx'
import { OwnerName } from './OwnerName.tsx'
import classes from './WhyAnswer.module.css'
import type { WhyStep } from './whyQuery.ts'

/** One case on the way from what the worker owns to the case that was asked about. */
export function ChainStep({ step }: { step: WhyStep }) {
  const t = useT()
  const { name: project } = useProject()
  const { caseId, ownerId, closed, reason, case: found } = step
  return (
    <li className={classes['step']}>
      <div className={classes['head']}>
        {found ? (
          <TextLink to={paths.case(project, caseId)} fw={500}>
            {found.name || t('case.unnamed')}
          </TextLink>
        ) : (
          t('related.gone', { caseId })
        )}
        {found && <span className={classes['reason']}>{found.type}</span>}
        {closed && <CaseStatus closed />}
      </div>
      <div className={classes['reason']}>
        {reason === 'OWNED'
          ? t.rich('casePhones.owned', {
              owner: <OwnerName key="owner" user={found?.owner} ownerId={ownerId} />,
            })
          : t(reason === 'NEEDED' ? 'casePhones.needed' : 'casePhones.extension')}
      </div>
    </li>
  )
}
