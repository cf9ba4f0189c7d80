// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { When } from '../../ui/When.tsx'
import classes from './LocationFacts.module.css'
import { shortDegrees } from './locationValues.ts'

export const LocationFactsFragment = graphql(`
  fragment LocationFacts on Location {
    locationId
    siteCode
    externalId
    metadata
    latitude
    longitude
    archivedOn
    createdAt
    lastModified
    type {
      name
      sharesCases
      viewDescendants
    }
  }
`)

/** What is known of a location, and what its level means for the people who work there. */
export function LocationFacts({
  location,
}: {
  location: FragmentOf<typeof LocationFactsFragment>
}) {
  const t = useT()
  const facts = readFragment(LocationFactsFragment, location)
  const { latitude, longitude, type } = facts
  const data = Object.entries(stringsOf(facts.metadata))
  const ownership = type.sharesCases
    ? t(type.viewDescendants ? 'location.ownsWithBelow' : 'location.owns')
    : t('location.ownsNothing')
  return (
    <Group align="stretch" gap="lg">
      <div className={classes['panel']}>
        <Panel title={t('location.facts')}>
          <FactList
            facts={[
              { label: t('level.name'), value: type.name },
              { label: t('location.siteCode'), value: facts.siteCode },
              { label: t('fact.externalId'), value: facts.externalId },
              {
                label: t('location.coordinates'),
                value:
                  latitude && longitude && `${shortDegrees(latitude)}, ${shortDegrees(longitude)}`,
              },
              { label: t('location.ownership'), value: ownership },
              { label: t('location.created'), value: <When at={facts.createdAt} /> },
              { label: t('location.modified'), value: <When at={facts.lastModified} /> },
              {
                label: t('location.archivedOn'),
                value: facts.archivedOn && <When at={facts.archivedOn} />,
              },
              { label: t('location.id'), value: facts.locationId },
            ]}
          />
        </Panel>
      </div>
      {data.length > 0 && (
        <div className={classes['panel']}>
          <Panel title={t('location.data')}>
            <FactList facts={data.map(([label, value]) => ({ label, value }))} />
          </Panel>
        </div>
      )}
    </Group>
  )
}
