// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { draftOf, emptyDraft, fieldOf, moved, type FieldDraft } from './fieldDrafts.ts'
import { FieldEditor } from './FieldEditor.tsx'
import classes from './FieldEditor.module.css'
import { FieldPreview } from './FieldPreview.tsx'
import { UserDataLink } from './UserDataLink.tsx'

const UserDataFieldsQuery = graphql(`
  query UserDataFields($project: String!) {
    project(name: $project) {
      id
      userDataFields {
        slug
        label
        required
        choices
        regex
        regexMessage
      }
    }
  }
`)

const SetFields = graphql(`
  mutation SetUserDataFields($input: SetUserDataFieldsInput!) {
    setUserDataFields(input: $input) {
      userDataFields {
        slug
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** What the project wants to know of each worker. */
export function UserDataPage() {
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: UserDataFieldsQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  return <FieldsForm initial={data.project.userDataFields.map(draftOf)} />
}

function FieldsForm({ initial }: { initial: FieldDraft[] }) {
  const t = useT()
  const { name: project, may } = useProject()
  const mayEdit = may('edit_commcare_users')
  const [, setFields] = useMutation(SetFields)
  const form = useForm<{ fields: FieldDraft[] }>({ initialValues: { fields: initial } })
  const { fields } = form.values
  const set = (next: FieldDraft[]) => form.setFieldValue('fields', next)
  return (
    <Page
      title={t('userData.title')}
      purpose={t('userData.purpose')}
      actions={<UserDataLink to="profiles" />}
      narrow
    >
      {mayEdit && (
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={form.reset}
          onSubmit={async (values) => {
            const input = { project, fields: values.fields.map(fieldOf) }
            const { data, error } = await setFields({ input })
            const problems = problemsOf(t, error, data?.setUserDataFields.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('action.saved'))
            return undefined
          }}
        >
          {fields.length === 0 && (
            <Panel>
              <EmptyState title={t('userData.empty.title')} hint={t('userData.empty.hint')} />
            </Panel>
          )}
          <ol className={classes['list']}>
            {fields.map((draft, place) => (
              <FieldEditor
                key={draft.key}
                draft={draft}
                place={place}
                count={fields.length}
                onChange={(part) =>
                  set(fields.map((each) => (each.key === draft.key ? { ...each, ...part } : each)))
                }
                onRemove={() => set(fields.filter(({ key }) => key !== draft.key))}
                onMove={(from, to) => set(moved(fields, from, to))}
              />
            ))}
          </ol>
          <div>
            <Button variant="default" onClick={() => set([...fields, emptyDraft()])}>
              {t('userData.add')}
            </Button>
          </div>
        </EditForm>
      )}
      <FieldPreview drafts={fields} />
    </Page>
  )
}
