// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { newPair } from '../../lib/text/pairs.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { BelongingFields } from './BelongingFields.tsx'
import { chosenGroup, chosenPlace } from './chosen.ts'
import { DataSetupFragment, dataSetupOf } from './dataSetup.ts'
import { UserDataInputs } from './UserDataInputs.tsx'
import { useSaveWorker } from './useSaveWorker.ts'
import { useWorkerForm } from './useWorkerForm.ts'
import { useWorkerRights } from './useWorkerRights.ts'
import { WorkerFields } from './WorkerFields.tsx'
import { emptyWorker, readUserData, type DataSetup, type WorkerValues } from './workerValues.ts'

const EditWorkerQuery = graphql(
  `
    query EditMobileWorker(
      $project: String!
      $userId: String!
      $withPlaces: Boolean!
      $withGroups: Boolean!
    ) {
      project(name: $project) {
        id
        workerRoles
        ...DataSetup
        mobileWorker(userId: $userId) {
          id
          userId
          displayName
          firstName
          lastName
          email
          language
          role
          deactivateAfter
          phoneNumbers
          userData
          primaryLocation @include(if: $withPlaces) {
            id
            locationId
          }
          locations @include(if: $withPlaces) {
            id
            locationId
            name
            ancestors {
              name
            }
          }
          groups @include(if: $withGroups) {
            id
            groupId
            name
            caseSharing
          }
        }
      }
    }
  `,
  [DataSetupFragment],
)

export function EditMobileWorkerPage() {
  const { userId = '' } = useParams()
  const { name: project } = useProject()
  const { seesPlaces, seesGroups } = useWorkerRights()
  const [{ data, error, fetching }, read] = useQuery({
    query: EditWorkerQuery,
    variables: { project, userId, withPlaces: seesPlaces, withGroups: seesGroups },
    requestPolicy: 'network-only',
  })
  const worker = data?.project?.mobileWorker
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  if (!worker) return <NotFoundPage what="worker" back={paths.mobileWorkers(project)} />
  return (
    <EditWorkerForm
      key={userId}
      worker={worker}
      roles={data.project.workerRoles}
      setup={dataSetupOf(data.project)}
    />
  )
}

type Worker = NonNullable<NonNullable<ResultOf<typeof EditWorkerQuery>['project']>['mobileWorker']>

type FormProps = { worker: Worker; roles: readonly string[]; setup: DataSetup }

function EditWorkerForm({ worker, roles, setup }: FormProps) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const { userId, displayName } = worker
  const before = valuesOf(t, worker, setup)
  const form = useWorkerForm({ initialValues: before, setup, isNew: false })
  const save = useSaveWorker(userId, setup)
  const back = paths.mobileWorker(project, userId)
  return (
    <Page
      title={t('editWorker.title', { name: displayName })}
      purpose={t('editWorker.purpose')}
      parent={<TextLink to={back}>{displayName}</TextLink>}
      narrow
    >
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={() => void navigate(back)}
        onSubmit={async (values) => {
          const problems = await save(before, values)
          if (problems) return problems
          form.resetDirty()
          showToast(t('action.saved'))
          setTimeout(() => void navigate(back))
          return undefined
        }}
      >
        <Panel title={t('editWorker.person')} spaced>
          <WorkerFields form={form} roles={roles} />
          <TextInput
            label={t('worker.deactivateAfter')}
            description={t('editWorker.deactivateAfter.help')}
            type="date"
            maw={200}
            {...form.getInputProps('deactivateAfter')}
          />
        </Panel>
        <Panel title={t('belonging.title')} spaced>
          <BelongingFields form={form} />
        </Panel>
        <Panel title={t('worker.userData')} spaced>
          <UserDataInputs form={form} setup={setup} />
        </Panel>
      </EditForm>
    </Page>
  )
}

function valuesOf(t: ReturnType<typeof useT>, worker: Worker, setup: DataSetup): WorkerValues {
  const { firstName, lastName, email, language, role, phoneNumbers, userData } = worker
  return {
    ...emptyWorker,
    firstName,
    lastName,
    email,
    language,
    role,
    deactivateAfter: worker.deactivateAfter ?? '',
    phoneNumbers: phoneNumbers.map((number) => newPair('', number)),
    ...readUserData(userData, setup),
    locations: (worker.locations ?? []).map(chosenPlace),
    primaryLocationId: worker.primaryLocation?.locationId ?? '',
    groups: (worker.groups ?? []).map((group) => chosenGroup(t, group)),
  }
}
