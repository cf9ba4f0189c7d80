// SPDX-License-Identifier: Apache-2.0
import { Input, Table, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { specialTargets } from './importPlan.ts'

const KnownPropertiesQuery = graphql(`
  query KnownProperties($project: String!, $type: String!) {
    project(name: $project) {
      id
      cases(first: 20, filter: { type: $type }) {
        nodes {
          id
          properties
        }
      }
    }
  }
`)

type Props = {
  columns: readonly { header: string; samples: readonly string[] }[]
  caseType: string
  targets: Record<string, string>
  error?: ReactNode
  onChange: (targets: Record<string, string>) => void
}

/** For each column what it becomes, with what properties of that type are called already. */
export function ColumnTargets({ columns, caseType, targets, error, onChange }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: KnownPropertiesQuery,
    variables: { project, type: caseType.trim() },
    pause: !caseType.trim(),
  })
  const nodes = data?.project?.cases.nodes ?? []
  const known = new Set(nodes.flatMap(({ properties }) => Object.keys(stringsOf(properties))))
  return (
    <div>
      <Table.ScrollContainer minWidth={480}>
        <Table captionSide="top">
          <Table.Caption>{t('matchColumns.columns.help')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('matchColumns.column')}</Table.Th>
              <Table.Th>{t('matchColumns.samples')}</Table.Th>
              <Table.Th>{t('matchColumns.target')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ header, samples }) => (
              <Table.Tr key={header}>
                <Table.Td fw={500}>{header}</Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {samples.filter(Boolean).join(' · ') || '—'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <TextInput
                    aria-label={t('matchColumns.targetOf', { column: header })}
                    placeholder={t('matchColumns.leftOut')}
                    list="case-properties"
                    autoComplete="off"
                    value={targets[header] ?? ''}
                    onChange={(event) =>
                      onChange({ ...targets, [header]: event.currentTarget.value })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <datalist id="case-properties">
        {[...new Set([...specialTargets, ...known])].map((target) => (
          <option key={target} value={target}>
            {target}
          </option>
        ))}
      </datalist>
      {error && <Input.Error>{error}</Input.Error>}
    </div>
  )
}
