// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { When } from '../../ui/When.tsx'

export const CaseFactsFragment = graphql(`
  fragment CaseFacts on Case {
    caseId
    ownerId
    externalId
    openedOn
    openedBy
    modifiedOn
    closedOn
    closedBy
    owner {
      userId
      displayName
    }
    openedByUser {
      userId
      displayName
    }
    closedByUser {
      userId
      displayName
    }
  }
`)

/** What every case has, whatever its type. */
export function CaseFacts({ case: found }: { case: FragmentOf<typeof CaseFactsFragment> }) {
  const t = useT()
  const facts = readFragment(CaseFactsFragment, found)
  return (
    <Panel title={t('case.facts')}>
      <FactList
        facts={[
          {
            label: t('cases.column.owner'),
            value: <PersonName user={facts.owner} otherwise={facts.ownerId} />,
          },
          { label: t('fact.externalId'), value: facts.externalId },
          { label: t('fact.opened'), value: facts.openedOn && <When at={facts.openedOn} /> },
          { label: t('fact.openedBy'), value: person(facts.openedByUser, facts.openedBy) },
          { label: t('fact.modified'), value: facts.modifiedOn && <When at={facts.modifiedOn} /> },
          { label: t('fact.closed'), value: facts.closedOn && <When at={facts.closedOn} /> },
          { label: t('fact.closedBy'), value: person(facts.closedByUser, facts.closedBy) },
          { label: t('fact.caseId'), value: facts.caseId },
        ]}
      />
    </Panel>
  )
}

function person(user: Parameters<typeof PersonName>[0]['user'], id: string | null) {
  return id && <PersonName user={user} otherwise={id} />
}
