// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { LevelFields } from './LevelFields.tsx'
import { levelsInOrder, LevelsQuery, type Level } from './levels.ts'
import { missingName } from './LocationFields.tsx'

const CreateLevel = graphql(`
  mutation CreateLocationType($input: CreateLocationTypeInput!) {
    createLocationType(input: $input) {
      locationType {
        code
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function NewLevelPage() {
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: LevelsQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const levels = data?.project?.locationTypes
  return levels ? <NewLevel levels={levels} /> : <PageSkeleton />
}

/** A level of the organisation; it offers itself below the lowest one. */
function NewLevel({ levels }: { levels: readonly Level[] }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createLevel] = useMutation(CreateLevel)
  const form = useForm({
    initialValues: {
      name: '',
      code: '',
      parentCode: levelsInOrder(levels).at(-1)?.level.code ?? '',
      sharesCases: false,
      viewDescendants: false,
      tracksStock: false,
    },
    validate: { name: missingName(t('location.name.missing')) },
  })
  return (
    <Page
      title={t('newLevel.title')}
      purpose={t('newLevel.purpose')}
      parent={<TextLink to={paths.levels(project)}>{t('levels.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newLevel.submit')}
          onCancel={() => void navigate(paths.levels(project))}
          onSubmit={async ({ tracksStock, ...values }) => {
            const { data, error } = await createLevel({
              input: {
                project,
                ...values,
                code: values.code.trim() || null,
                parentCode: values.parentCode || null,
                viewDescendants: values.sharesCases && values.viewDescendants,
                administrative: !tracksStock,
              },
            })
            const level = data?.createLocationType.locationType
            if (!level) return problemsOf(t, error, data?.createLocationType.userErrors)
            form.resetDirty()
            showToast(t('newLevel.done', { name: level.name }))
            setTimeout(() => void navigate(paths.levels(project)))
            return undefined
          }}
        >
          <LevelFields form={form} levels={levels} />
        </EditForm>
      </Panel>
    </Page>
  )
}
