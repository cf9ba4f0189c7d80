// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'

const MailsQuery = graphql(`
  query MailsWhenDone($project: String!) {
    project(name: $project) {
      id
      mailsWhenDone
    }
  }
`)

type Props = { checked: boolean; onChange: (wanted: boolean) => void }

/** Offers a mail when the file is there, where the server can send one. */
export function MailWhenDone({ checked, onChange }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: MailsQuery, variables: { project } })
  if (!data?.project?.mailsWhenDone) return null
  return (
    <Checkbox
      label={t('export.mailWhenDone')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
