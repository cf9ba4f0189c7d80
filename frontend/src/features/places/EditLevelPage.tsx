// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
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
import { DeleteLevel } from './DeleteLevel.tsx'
import { LevelFields } from './LevelFields.tsx'
import { LevelsQuery, type Level } from './levels.ts'
import { missingName } from './LocationFields.tsx'

const UpdateLevel = graphql(`
  mutation UpdateLocationType($input: UpdateLocationTypeInput!) {
    updateLocationType(input: $input) {
      locationType {
        code
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditLevelPage() {
  const { code = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: LevelsQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const levels = data?.project?.locationTypes
  if (!levels) return <PageSkeleton />
  const level = levels.find((each) => each.code === code)
  if (!level) return <NotFoundPage what="level" back={paths.levels(project)} />
  return <EditLevel key={code} level={level} levels={levels} />
}

function EditLevel({ level, levels }: { level: Level; levels: readonly Level[] }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateLevel] = useMutation(UpdateLevel)
  const [deleting, setDeleting] = useState(false)
  const { code, name, parentCode, sharesCases, viewDescendants, administrative } = level
  const form = useForm({
    initialValues: {
      name,
      code,
      parentCode: parentCode ?? '',
      sharesCases,
      viewDescendants,
      tracksStock: !administrative,
    },
    validate: {
      name: missingName(t('location.name.missing')),
      code: missingName(t('level.code.missing')),
    },
  })
  const toLevels = () => void navigate(paths.levels(project))
  return (
    <Page
      title={name}
      parent={<TextLink to={paths.levels(project)}>{t('levels.title')}</TextLink>}
      actions={
        <Button variant="default" onClick={() => setDeleting(true)}>
          {t('action.delete')}
        </Button>
      }
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={toLevels}
          onSubmit={async ({ tracksStock, code: newCode, ...values }) => {
            const { data, error } = await updateLevel({
              input: {
                project,
                code,
                newCode: newCode.trim(),
                ...values,
                viewDescendants: values.sharesCases && values.viewDescendants,
                administrative: !tracksStock,
              },
            })
            const problems = problemsOf(t, error, data?.updateLocationType.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('editLevel.done'))
            setTimeout(toLevels)
            return undefined
          }}
        >
          <LevelFields form={form} levels={levels} self={code} />
        </EditForm>
      </Panel>
      {deleting && (
        <DeleteLevel
          code={code}
          name={name}
          onClose={() => setDeleting(false)}
          onDeleted={toLevels}
        />
      )}
    </Page>
  )
}
