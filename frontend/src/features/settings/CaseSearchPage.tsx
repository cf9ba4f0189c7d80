// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { SearchLines } from './SearchLines.tsx'
import { isIncomplete, lineOf, writtenLines, type SearchValues } from './searchValues.ts'

const CaseSearchQuery = graphql(`
  query CaseSearchSettings($project: String!) {
    project(name: $project) {
      id
      caseTypes {
        name
      }
      caseSearchSettings {
        enabled
        fuzzyProperties {
          caseType
          property
        }
        ignorePatterns {
          caseType
          property
          pattern
        }
      }
    }
  }
`)

const UpdateCaseSearch = graphql(`
  mutation UpdateCaseSearchSettings($input: UpdateCaseSearchSettingsInput!) {
    updateCaseSearchSettings(input: $input) {
      caseSearchSettings {
        enabled
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** What phones find when they search for cases they do not hold. */
export function CaseSearchPage() {
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: CaseSearchQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const { caseSearchSettings: saved, caseTypes } = data.project
  return (
    <CaseSearchForm
      caseTypes={caseTypes.map(({ name }) => name)}
      initialValues={{
        enabled: saved.enabled,
        fuzzyProperties: saved.fuzzyProperties.map(lineOf),
        ignorePatterns: saved.ignorePatterns.map(lineOf),
      }}
    />
  )
}

type Props = { caseTypes: string[]; initialValues: SearchValues }

function CaseSearchForm({ caseTypes, initialValues }: Props) {
  const t = useT()
  const typesId = useId()
  const { name: project } = useProject()
  const [, updateCaseSearch] = useMutation(UpdateCaseSearch)
  const form = useForm<SearchValues>({
    initialValues,
    validate: {
      fuzzyProperties: (lines) => (isIncomplete(lines, false) ? t('caseSearch.incomplete') : null),
      ignorePatterns: (lines) => (isIncomplete(lines, true) ? t('caseSearch.noPattern') : null),
    },
  })
  const save = async ({ enabled, fuzzyProperties, ignorePatterns }: SearchValues) => {
    const { data, error } = await updateCaseSearch({
      input: {
        project,
        enabled,
        fuzzyProperties: writtenLines(fuzzyProperties).map(({ caseType, property }) => ({
          caseType,
          property,
        })),
        ignorePatterns: writtenLines(ignorePatterns).map(({ caseType, property, pattern }) => ({
          caseType,
          property,
          pattern,
        })),
      },
    })
    const problems = problemsOf(t, error, data?.updateCaseSearchSettings.userErrors)
    if (problems) return problems
    form.resetDirty()
    showToast(t('basicSettings.done'))
    return undefined
  }
  return (
    <Page title={t('caseSearch.title')} purpose={t('caseSearch.purpose')} narrow>
      <Panel>
        <EditForm form={form} submitLabel={t('action.save')} onCancel={form.reset} onSubmit={save}>
          <Checkbox
            label={t('caseSearch.enabled')}
            description={t('caseSearch.enabled.help')}
            {...form.getInputProps('enabled', { type: 'checkbox' })}
          />
          <SearchLines
            legend={t('caseSearch.fuzzy')}
            help={t('caseSearch.fuzzy.help')}
            addLabel={t('caseSearch.addProperty')}
            lines={form.values.fuzzyProperties}
            caseTypes={typesId}
            error={form.errors['fuzzyProperties']}
            onChange={(lines) => form.setFieldValue('fuzzyProperties', lines)}
          />
          <SearchLines
            legend={t('caseSearch.patterns')}
            help={t('caseSearch.patterns.help')}
            addLabel={t('caseSearch.addPattern')}
            lines={form.values.ignorePatterns}
            withPattern
            caseTypes={typesId}
            error={form.errors['ignorePatterns'] ?? form.errors['pattern']}
            onChange={(lines) => form.setFieldValue('ignorePatterns', lines)}
          />
          <datalist id={typesId}>
            {caseTypes.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </EditForm>
      </Panel>
    </Page>
  )
}
