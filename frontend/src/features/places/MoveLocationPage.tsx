// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment, type ResultOf } from '../../lib/graphql/graphql.ts'
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
import { MoveConsequences } from './MoveConsequences.tsx'
import { LineFragment } from './moveLines.ts'

const MovedQuery = graphql(
  `
    query MovedLocation($project: String!, $locationId: String!) {
      project(name: $project) {
        id
        locationTypes {
          code
          name
          parentCode
        }
        location(locationId: $locationId) {
          id
          locationId
          name
          type {
            code
          }
          ancestors {
            id
            locationId
            name
            ...MoveLine
          }
        }
      }
    }
  `,
  [LineFragment],
)

const MoveLocation = graphql(`
  mutation MoveLocation($input: MoveLocationInput!) {
    moveLocation(input: $input) {
      location {
        id
        parent {
          id
          name
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function MoveLocationPage() {
  const { locationId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: MovedQuery,
    variables: { project, locationId },
    requestPolicy: 'network-only',
  })
  const found = data?.project
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!found?.location) return <NotFoundPage what="location" back={paths.organization(project)} />
  const { type } = found.location
  const level = found.locationTypes.find(({ code }) => code === type.code)
  return <Move key={locationId} location={found.location} parentLevel={level?.parentCode ?? null} />
}

type Found = NonNullable<NonNullable<ResultOf<typeof MovedQuery>['project']>['location']>

function Move({ location, parentLevel }: { location: Found; parentLevel: string | null }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const { locationId, name, ancestors } = location
  const [, moveLocation] = useMutation(MoveLocation)
  const form = useForm({
    initialValues: { parentId: '' },
    validate: { parentId: (value) => (value ? null : t('moveLocation.missing')) },
  })
  const { parentId } = form.values
  const back = paths.location(project, locationId)
  const above = ancestors.at(-1)
  return (
    <Page
      title={t('moveLocation.title', { name })}
      purpose={t('moveLocation.purpose')}
      parent={<LocationPath ancestors={[...ancestors, location]} />}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('moveLocation.submit')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const input = { project, locationId, parentId: values.parentId }
            const { data, error } = await moveLocation({ input })
            const moved = data?.moveLocation.location
            if (!moved) return problemsOf(t, error, data?.moveLocation.userErrors)
            form.resetDirty()
            showToast(t('moveLocation.done', { name, parent: moved.parent?.name ?? '' }))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <LocationSelect
            label={t('moveLocation.parent')}
            description={above ? t('moveLocation.now', { parent: above.name }) : ''}
            error={form.errors['parentId']}
            value={parentId}
            typeCode={parentLevel ?? undefined}
            except={above ? [above.locationId] : []}
            onChange={(chosen) => form.setFieldValue('parentId', chosen)}
          />
          {parentId && (
            <MoveConsequences
              locationId={locationId}
              parentId={parentId}
              before={ancestors.map((line) => readFragment(LineFragment, line))}
            />
          )}
        </EditForm>
      </Panel>
    </Page>
  )
}
