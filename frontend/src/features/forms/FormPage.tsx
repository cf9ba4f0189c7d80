// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core'
import { Suspense } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { useLive } from '../../lib/live/useLive.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddressTabs, type AddressTab } from '../../ui/AddressTabs.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { ArchiveButton } from './ArchiveButton.tsx'
import { AttachmentsTab } from './AttachmentsTab.tsx'
import { CaseChangesTab } from './CaseChangesTab.tsx'
import { FormHistoryTab } from './FormHistoryTab.tsx'
import { formName } from './formName.ts'
import { FormQuery } from './formQuery.ts'
import { FormStatus } from './FormStatus.tsx'
import { MetadataTab } from './MetadataTab.tsx'
import { QuestionTree } from './QuestionTree.tsx'
import { RawXmlTab } from './RawXmlTab.tsx'

const CleanFormButton = laterPart(
  async () => (await import('./cleaning/CleanFormButton.tsx')).CleanFormButton,
)

const ThisFormChanged = graphql(`
  subscription FormPageChanged($project: String!) {
    formChanged(project: $project) {
      id
      formId
    }
  }
`)

export function FormPage() {
  const { formId = '' } = useParams()
  return <FormPageOf key={formId} formId={formId} />
}

function FormPageOf({ formId }: { formId: string }) {
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: FormQuery,
    variables: { project, formId },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  useLive({
    query: ThisFormChanged,
    variables: { project },
    onData: ({ formChanged }) => formChanged.formId === formId && readAgain(),
    onReturn: readAgain,
  })
  const form = data?.project?.form
  if (form) return <LoadedForm form={form} />
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (data) return <NotFoundPage what="form" back={paths.submitHistory(project)} />
  return <PageSkeleton />
}

type LoadedFormData = NonNullable<NonNullable<ResultOf<typeof FormQuery>['project']>['form']>

function LoadedForm({ form }: { form: LoadedFormData }) {
  const t = useT()
  const { name: project, may } = useProject()
  const tabs: (AddressTab | false)[] = [
    {
      id: 'answers',
      label: t('form.tab.answers'),
      content: () => <QuestionTree questions={form.questions} />,
    },
    {
      id: 'cases',
      label: t('form.tab.cases'),
      content: () => <CaseChangesTab form={form} />,
    },
    form.attachments.length > 0 && {
      id: 'attachments',
      label: t('form.tab.attachments', { count: form.attachments.length }),
      content: () => <AttachmentsTab form={form} />,
    },
    {
      id: 'metadata',
      label: t('form.tab.metadata'),
      content: () => <MetadataTab form={form} />,
    },
    {
      id: 'history',
      label: t('form.tab.history'),
      content: () => <FormHistoryTab form={form} />,
    },
    {
      id: 'xml',
      label: t('form.tab.xml'),
      content: () => <RawXmlTab formId={form.formId} />,
    },
  ]
  return (
    <Page
      title={formName(t, form)}
      parent={<TextLink to={paths.submitHistory(project)}>{t('submitHistory.title')}</TextLink>}
      beside={<FormStatus state={form.state} />}
      purpose={t.rich('form.purpose', {
        name: <PersonName key="name" user={form.user} otherwise={form.username} />,
        when: <When key="when" at={form.receivedOn} />,
      })}
      actions={
        <>
          {may('edit_data') && form.state === 'NORMAL' && (
            <Suspense>
              <CleanFormButton formId={form.formId} />
            </Suspense>
          )}
          <ArchiveButton form={form} />
        </>
      }
    >
      {form.state === 'ARCHIVED' && (
        <Alert variant="outline" color="gray" title={t('form.archived.title')}>
          {t('form.archived.text')}
        </Alert>
      )}
      {form.problem && (
        <Alert variant="outline" color="red" title={t('form.problem')}>
          {form.problem}
        </Alert>
      )}
      {form.originalFormId && (
        <TextLink to={paths.form(project, form.originalFormId)}>{t('form.original')}</TextLink>
      )}
      {form.edited && form.deprecatedFormId && (
        <TextLink to={paths.form(project, form.deprecatedFormId)}>{t('form.former')}</TextLink>
      )}
      <AddressTabs label={t('form.tabs')} tabs={tabs.filter((tab) => tab !== false)} />
    </Page>
  )
}
