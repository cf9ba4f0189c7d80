// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { SearchedSelect } from '../../ui/SearchedSelect.tsx'

const CopyTargets = graphql(`
  query CopyTargets($search: String) {
    projects(first: 100, search: $search) {
      nodes {
        id
        name
        displayName
        myPermissions
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

type Props = { value: string; onChange: (project: string) => void }

/** Into which project an application is copied: its own, or another where the reader may edit applications. */
export function CopyTarget({ value, onChange }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data }] = useQuery({ query: CopyTargets, variables: { search: search || null } })
  const others = (data?.projects.nodes ?? []).filter(
    (each) => each.name !== project && each.myPermissions.includes('edit_apps'),
  )
  const more = data?.projects.pageInfo.hasNextPage ?? false
  if (others.length === 0 && !more && !text) return null
  return (
    <SearchedSelect
      label={t('copyApp.project')}
      description={t('copyApp.project.help')}
      options={[
        { value: project, label: t('copyApp.project.same') },
        ...others.map((each) => ({ value: each.name, label: each.displayName })),
      ]}
      more={more}
      text={text}
      onText={setText}
      value={value}
      onChange={onChange}
    />
  )
}
