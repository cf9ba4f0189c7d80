// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { allowedEntries } from '../shell/railEntries.ts'
import type { SearchItem } from '../../ui/SearchList.tsx'
import { looksLikeId, matches } from './matching.ts'

const PaletteProjectsQuery = graphql(`
  query PaletteProjects($search: String) {
    projects(first: 8, search: $search) {
      nodes {
        id
        name
        displayName
      }
    }
  }
`)

const PaletteIdQuery = graphql(`
  query PaletteId($project: String!, $searched: String!) {
    project(name: $project) {
      id
      case(caseId: $searched) {
        id
        caseId
        name
        type
      }
      form(formId: $searched) {
        id
        formId
        name
        xmlns
      }
    }
  }
`)

/** What the palette offers: what was found by id first, then screens, then projects. */
export function usePaletteItems(
  project: CurrentProject | null,
  text: string,
  search: string,
): { items: SearchItem[]; waiting: boolean } {
  const t = useT()
  const [projects] = useQuery({
    query: PaletteProjectsQuery,
    variables: { search: search || null },
  })
  const mayReadData = project?.may('view_reports') || project?.may('edit_data')
  const byIdWanted = Boolean(project && mayReadData && looksLikeId(search))
  const [byId] = useQuery({
    query: PaletteIdQuery,
    variables: { project: project?.name ?? '', searched: search },
    pause: !byIdWanted,
  })
  const items: SearchItem[] = []
  const found = byIdWanted ? byId.data?.project : null
  if (project && found?.case) {
    const { caseId, name, type } = found.case
    const note = t('palette.case', { type })
    items.push({ value: paths.case(project.name, caseId), label: name || caseId, note })
  }
  if (project && found?.form) {
    const { formId, name, xmlns } = found.form
    const label = name || xmlns || formId
    items.push({ value: paths.form(project.name, formId), label, note: t('palette.form') })
  }
  if (project) {
    for (const { label, path } of allowedEntries(project.may)) {
      if (!matches(t(label), text)) continue
      items.push({ value: path(project.name), label: t(label), note: t('palette.screen') })
    }
  }
  for (const [label, to] of [
    [t('projects.title'), paths.projects],
    [t('apiKeys.title'), paths.apiKeys],
    [t('oauth.title'), paths.oauthApplications],
  ] as const) {
    if (matches(label, text)) items.push({ value: to, label, note: t('palette.screen') })
  }
  for (const { name, displayName } of projects.data?.projects.nodes ?? []) {
    if (name === project?.name || !matches(`${displayName} ${name}`, text)) continue
    items.push({ value: paths.dashboard(name), label: displayName, note: t('palette.project') })
  }
  return { items, waiting: text !== search || projects.fetching || byId.fetching }
}
