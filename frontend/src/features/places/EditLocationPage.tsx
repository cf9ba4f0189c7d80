// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { LocationFields, missingName } from './LocationFields.tsx'
import { inputOf, LocationValuesFragment, valuesOf, type LocationValues } from './locationValues.ts'

const EditLocationQuery = graphql(
  `
    query EditLocation($project: String!, $locationId: String!) {
      project(name: $project) {
        id
        location(locationId: $locationId) {
          id
          ...LocationValues
        }
      }
    }
  `,
  [LocationValuesFragment],
)

const UpdateLocation = graphql(`
  mutation UpdateLocation($input: UpdateLocationInput!) {
    updateLocation(input: $input) {
      location {
        id
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditLocationPage() {
  const { locationId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: EditLocationQuery,
    variables: { project, locationId },
    requestPolicy: 'network-only',
  })
  const found = data?.project?.location
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!found) return <NotFoundPage what="location" back={paths.organization(project)} />
  const before = valuesOf(readFragment(LocationValuesFragment, found))
  return <EditLocation key={locationId} locationId={locationId} before={before} />
}

function EditLocation({ locationId, before }: { locationId: string; before: LocationValues }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateLocation] = useMutation(UpdateLocation)
  const form = useForm({
    initialValues: before,
    validate: { name: missingName(t('location.name.missing')) },
  })
  const back = paths.location(project, locationId)
  return (
    <Page
      title={t('editLocation.title', { name: before.name })}
      parent={<TextLink to={back}>{before.name}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const input = { project, locationId, ...inputOf(values) }
            const { data, error } = await updateLocation({ input })
            const problems = problemsOf(t, error, data?.updateLocation.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('editLocation.done'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <LocationFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
