// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import {
  idOf,
  isBasic,
  isShadowForm,
  kindOf,
  withValue,
  type AppForm,
  type FormKind,
  type Menu,
} from '../document/appDocument.ts'
import { at, objectOf, textOf, withAt, type Json, type JsonObject } from '../document/json.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { FormSource } from '../designer/FormSource.tsx'
import type { Form } from '../xform/form.ts'
import { namePathOf, pairsOf, updateOf, updatesOf, withUse } from './caseActions.ts'
import { ChildCases } from './ChildCases.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { LoadRows } from './LoadRows.tsx'
import { propertiesOf } from './properties.ts'
import { PropertyRows } from './PropertyRows.tsx'
import { questionOptions, repeatsOf } from './questionOptions.ts'
import { QuestionSelect } from './QuestionSelect.tsx'
import { useDictionary, withWords } from './useDictionary.ts'

const AdvancedCases = lazy(async () => ({
  default: (await import('./advanced/AdvancedCases.tsx')).AdvancedCases,
}))

/** What the form does to cases: which it opens, changes and closes, and from which questions. */
export function CasePanel({ menu, form }: { menu: Menu; form: AppForm }) {
  const t = useT()
  if (isShadowForm(form)) return <Alert color="gray">{t('cases.shadow')}</Alert>
  return (
    <FormSource formId={idOf(form)}>
      {(xform) =>
        isBasic(form) ? (
          <CaseManagement menu={menu} form={form} xform={xform} />
        ) : (
          <Suspense>
            <AdvancedCases menu={menu} form={form} xform={xform} />
          </Suspense>
        )
      }
    </FormSource>
  )
}

type Props = { menu: Menu; form: AppForm; xform: Form }

function CaseManagement({ menu, form, xform }: Props) {
  const t = useT()
  const editing = useEditing()
  const app = useAppDocument()
  const [language = 'en'] = useLanguages()
  const formId = idOf(form)
  const questions = useMemo(() => questionOptions(xform, language), [xform, language])
  const caseType = textOf(menu['case_type'])
  const words = useDictionary(caseType)
  const properties = withWords(propertiesOf(app, caseType), words)
  const actions = objectOf(form['actions'])
  const kind = kindOf(menu, form)
  const outside = questions.filter(({ repeat }) => repeat === null)
  const set = (keys: string[], value: Json, mark: string | null = null) =>
    editing.changeDocument(
      (before) => withValue(before, { kind: 'form', id: formId }, ['actions', ...keys], value),
      mark && `${formId} ${mark}`,
    )
  const setAction = (name: string, change: (action: JsonObject) => JsonObject) =>
    set([name], change(objectOf(actions[name])))
  const setKind = (next: FormKind) =>
    editing.changeDocument((before) => {
      const owner = { kind: 'form', id: formId } as const
      const needed = withValue(before, owner, ['requires'], next === 'FOLLOWUP' ? 'case' : 'none')
      const path = ['actions', 'open_case', 'condition', 'type']
      return withValue(needed, owner, path, next === 'REGISTRATION' ? 'always' : 'never')
    })
  const update = at(actions['update_case'], 'update')
  return (
    <Stack gap="lg">
      <Panel spaced title={t('cases.what', { caseType })}>
        <SelectField
          label={t('form.kind')}
          options={[
            { value: 'REGISTRATION', label: t('form.kind.registration') },
            { value: 'FOLLOWUP', label: t('form.kind.followup') },
            { value: 'SURVEY', label: t('form.kind.survey') },
          ]}
          value={kind}
          onChange={(next) => setKind(next as FormKind)}
        />
        {kind === 'REGISTRATION' && (
          <>
            <QuestionSelect
              label={t('cases.name')}
              description={t('cases.name.help')}
              questions={outside}
              value={namePathOf(actions['open_case'])}
              onChange={(path) =>
                setAction('open_case', (action) => withAt(action, ['name_update'], updateOf(path)))
              }
            />
            <ConditionFields
              label={t('cases.open')}
              condition={at(actions['open_case'], 'condition')}
              questions={outside}
              onChange={(condition) => set(['open_case', 'condition'], condition, 'open')}
            />
          </>
        )}
      </Panel>
      {kind === 'FOLLOWUP' && (
        <Panel spaced title={t('cases.load')}>
          <LoadRows
            properties={['name', ...properties]}
            questions={outside}
            value={at(actions['case_preload'], 'preload')}
            onChange={(preload) =>
              setAction('case_preload', (action) =>
                withUse({ ...action, preload }, Object.keys(preload).length > 0),
              )
            }
          />
        </Panel>
      )}
      {kind !== 'SURVEY' && (
        <>
          <Panel spaced title={t('cases.save')}>
            <PropertyRows
              properties={properties}
              words={words}
              questions={outside}
              pairs={pairsOf(update)}
              onChange={(pairs) =>
                setAction('update_case', (action) =>
                  withUse({ ...action, update: updatesOf(pairs, update) }, pairs.length > 0),
                )
              }
            />
          </Panel>
          <Panel spaced title={t('cases.close')}>
            <ConditionFields
              label={t('cases.close.when')}
              condition={at(actions['close_case'], 'condition')}
              questions={outside}
              orNever
              onChange={(condition) => set(['close_case', 'condition'], condition, 'close')}
            />
          </Panel>
          <Panel spaced title={t('cases.children')}>
            <ChildCases
              value={actions['subcases']}
              questions={questions}
              repeats={repeatsOf(xform)}
              onChange={(subcases, mark) => set(['subcases'], subcases, mark)}
            />
          </Panel>
        </>
      )}
    </Stack>
  )
}
