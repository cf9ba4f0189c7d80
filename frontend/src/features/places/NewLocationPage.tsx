// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { LocationSelect } from '../../ui/LocationSelect.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { levelsInOrder } from './levels.ts'
import { LocationFields, missingName } from './LocationFields.tsx'
import { inputOf, newLocation } from './locationValues.ts'

const NewLocationQuery = graphql(`
  query NewLocation($project: String!, $parentId: String!) {
    project(name: $project) {
      id
      locationTypes {
        code
        name
        parentCode
      }
      location(locationId: $parentId) {
        id
        type {
          code
        }
      }
    }
  }
`)

const CreateLocation = graphql(`
  mutation CreateLocation($input: CreateLocationInput!) {
    createLocation(input: $input) {
      location {
        id
        locationId
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** A new location, below the one that the address names or wherever its level may stand. */
export function NewLocationPage() {
  const t = useT()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const { name: project } = useProject()
  const parentId = params.get('parent') ?? ''
  const [{ data, error }, read] = useQuery({
    query: NewLocationQuery,
    variables: { project, parentId },
  })
  const [, createLocation] = useMutation(CreateLocation)
  const [wantedLevel, setWantedLevel] = useState<string | null>(null)
  const form = useForm({
    initialValues: newLocation,
    validate: { name: missingName(t('location.name.missing')) },
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  const levels = levelsInOrder(data.project?.locationTypes ?? [])
  const above = data.project?.location?.type.code ?? null
  const fitting = levels.filter(({ level }) => parentId === '' || level.parentCode === above)
  const level = (fitting.find(({ level: { code } }) => code === wantedLevel) ?? fitting[0])?.level
  const back = parentId ? paths.location(project, parentId) : paths.organization(project)
  return (
    <Page
      title={t('newLocation.title')}
      purpose={t('newLocation.purpose')}
      parent={<TextLink to={paths.organization(project)}>{t('organization.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newLocation.submit')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            if (!level) return [{ field: null, message: t('newLocation.noLevel') }]
            const input = {
              project,
              ...inputOf(values),
              typeCode: level.code,
              parentId: parentId || null,
            }
            const created = await createLocation({ input })
            const location = created.data?.createLocation.location
            if (!location) {
              return problemsOf(t, created.error, created.data?.createLocation.userErrors)
            }
            form.resetDirty()
            showToast(t('newLocation.done', { name: location.name }))
            setTimeout(() => void navigate(paths.location(project, location.locationId)))
            return undefined
          }}
        >
          <SelectField
            label={t('level.name')}
            options={fitting.map(({ level: { code, name }, depth }) => ({
              value: code,
              label: parentId ? name : `${'\u2003'.repeat(depth)}${name}`,
            }))}
            value={level?.code ?? ''}
            onChange={setWantedLevel}
          />
          {(parentId !== '' || level?.parentCode) && (
            <LocationSelect
              label={t('location.parent')}
              value={parentId}
              typeCode={level?.parentCode ?? undefined}
              error={form.errors['parentId']}
              onChange={(chosen) => setParams(chosen ? { parent: chosen } : {}, { replace: true })}
            />
          )}
          <LocationFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
