// SPDX-License-Identifier: Apache-2.0
import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProvenanceFragment } from './Origin.tsx'
import { CaseFacts, type CaseFactsFragment } from './CaseFacts.tsx'
import classes from './PropertiesTab.module.css'
import { PropertyRow } from './PropertyRow.tsx'

const ProvenanceQuery = graphql(
  `
    query CaseProvenance($project: String!, $caseId: String!) {
      project(name: $project) {
        id
        case(caseId: $caseId) {
          id
          provenance {
            name
            ...Provenance
          }
        }
      }
    }
  `,
  [ProvenanceFragment],
)

type Props = {
  caseId: string
  facts: FragmentOf<typeof CaseFactsFragment>
  properties: unknown
}

/** The properties of the case; each tells on one click who set it, when, and with which form. */
export function PropertiesTab({ caseId, facts, properties }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [text, setText] = useState('')
  const [{ data }] = useQuery({
    query: ProvenanceQuery,
    variables: { project, caseId },
    requestPolicy: 'cache-and-network',
  })
  const provenance = data?.project?.case?.provenance
  const all = Object.entries(stringsOf(properties)).toSorted(([a], [b]) => a.localeCompare(b))
  const wanted = text.trim().toLowerCase()
  const shown = all.filter(([name, value]) => `${name} ${value}`.toLowerCase().includes(wanted))
  return (
    <div className={classes['columns']}>
      <Panel
        title={t('case.tab.properties')}
        aside={
          all.length > 12 && (
            <TextInput
              type="search"
              size="xs"
              aria-label={t('case.findProperty')}
              placeholder={t('case.findProperty')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )
        }
      >
        {all.length === 0 && (
          <EmptyState title={t('case.noProperties.title')} hint={t('case.noProperties.hint')} />
        )}
        <ul className={classes['list']}>
          {shown.map(([name, value]) => (
            <PropertyRow
              key={name}
              name={name}
              value={value}
              provenance={provenance?.find((each) => each.name === name)}
              known={provenance !== undefined}
            />
          ))}
        </ul>
        {all.length > 0 && shown.length === 0 && <Text c="dimmed">{t('case.noSuchProperty')}</Text>}
      </Panel>
      <CaseFacts case={facts} />
    </div>
  )
}
