// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

export const ProvenanceFragment = graphql(`
  fragment Provenance on PropertyProvenance {
    formId
    ordinal
    serverDate
    userId
    user {
      userId
      displayName
    }
  }
`)

const OriginFormQuery = graphql(`
  query OriginForm($project: String!, $formId: String!) {
    project(name: $project) {
      id
      form(formId: $formId) {
        id
        name
        xmlns
      }
    }
  }
`)

/** "Set by Amina Otieno on 12 Nov 2026, 09:14, with the form Home visit." */
export function Origin({ provenance }: { provenance: FragmentOf<typeof ProvenanceFragment> }) {
  const t = useT()
  const { name: project } = useProject()
  const { formId, serverDate, user, userId } = readFragment(ProvenanceFragment, provenance)
  const [{ data }] = useQuery({ query: OriginFormQuery, variables: { project, formId } })
  const form = data?.project?.form
  return t.rich('origin.text', {
    name: <PersonName key="name" user={user} otherwise={userId} />,
    when: <When key="when" at={serverDate} />,
    form: (
      <TextLink key="form" underline="always" to={paths.form(project, formId)}>
        {form?.name || form?.xmlns || t('origin.form')}
      </TextLink>
    ),
  })
}
