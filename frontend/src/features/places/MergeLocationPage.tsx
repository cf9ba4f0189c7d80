// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { LocationSelect } from '../../ui/LocationSelect.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { LocationPath } from './LocationPath.tsx'

const MergedQuery = graphql(`
  query MergedLocation($project: String!, $locationId: String!) {
    project(name: $project) {
      id
      location(locationId: $locationId) {
        id
        locationId
        name
        type {
          code
          name
        }
        ancestors {
          id
          locationId
          name
        }
        children(first: 1) {
          totalCount
        }
        workers(first: 1) {
          totalCount
        }
      }
    }
  }
`)

const MergeLocations = graphql(`
  mutation MergeLocations($input: MergeLocationsInput!) {
    mergeLocations(input: $input) {
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

export function MergeLocationPage() {
  const { locationId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: MergedQuery,
    variables: { project, locationId },
    requestPolicy: 'network-only',
  })
  const location = data?.project?.location
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!location) return <NotFoundPage what="location" back={paths.organization(project)} />
  return <Merge key={locationId} location={location} />
}

type Found = NonNullable<NonNullable<ResultOf<typeof MergedQuery>['project']>['location']>

function Merge({ location }: { location: Found }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const { locationId, name, type, ancestors, children, workers } = location
  const [, merge] = useMutation(MergeLocations)
  const form = useForm({
    initialValues: { intoLocationId: '', typed: '' },
    validate: {
      intoLocationId: (value) => (value ? null : t('mergeLocation.missing')),
      typed: (value) => (value.trim() === name ? null : t('confirm.mismatch')),
    },
  })
  return (
    <Page
      title={t('mergeLocation.title', { name })}
      purpose={t('mergeLocation.purpose', {
        name,
        below: children.totalCount,
        workers: workers.totalCount,
      })}
      parent={<LocationPath ancestors={[...ancestors, location]} />}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('mergeLocation.submit')}
          onCancel={() => void navigate(paths.location(project, locationId))}
          onSubmit={async ({ intoLocationId }) => {
            const input = { project, fromLocationId: locationId, intoLocationId }
            const { data, error } = await merge({ input })
            const problems = problemsOf(t, error, data?.mergeLocations.userErrors)
            if (problems) return problems
            form.resetDirty()
            const into = data?.mergeLocations.location?.name ?? ''
            showToast(t('mergeLocation.done', { name, into }))
            setTimeout(() => void navigate(paths.location(project, intoLocationId)))
            return undefined
          }}
        >
          <LocationSelect
            label={t('mergeLocation.into')}
            description={t('mergeLocation.intoHelp', { level: type.name })}
            error={form.errors['intoLocationId']}
            value={form.values.intoLocationId}
            typeCode={type.code}
            except={[locationId]}
            onChange={(chosen) => form.setFieldValue('intoLocationId', chosen)}
          />
          <TextInput
            label={t('confirm.type', { name })}
            autoComplete="off"
            {...form.getInputProps('typed')}
          />
        </EditForm>
      </Panel>
    </Page>
  )
}
