// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useSessionNames } from '../cases/useNames.ts'
import { idOf, withValue, type AppForm, type Menu, type Owner } from '../document/appDocument.ts'
import { objectsOf, type JsonObject } from '../document/json.ts'
import { caseTypeOf } from '../document/shownForms.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { PartsList } from '../settings/PartsList.tsx'
import { ChoiceField, ConditionField, LineField } from '../settings/ValueFields.tsx'
import type { Completion } from '../xform/completions.ts'
import { useWorkflows } from './useWorkflows.ts'
import {
  selectionsOf,
  shownTarget,
  targetOf,
  targetsOf,
  variablesAfter,
  withTarget,
} from './targets.ts'

/** Where a form leads when it is done: the first link whose condition is true, else what is said for none of them. */
export function FormLinks({ form, menu }: { form: AppForm; menu: Menu }) {
  const t = useT()
  const owner: Owner = { kind: 'form', id: idOf(form) }
  const app = useAppDocument()
  const workflows = useWorkflows()
  const takesCase = form['requires'] === 'case'
  const names = useSessionNames(takesCase ? caseTypeOf(app, menu) : '')
  return (
    <Panel spaced title={t('links.title')}>
      <PartsList
        owner={owner}
        keys={['form_links']}
        name="links.link"
        add="links.add"
        none="links.none"
        ordered
        fresh={() => ({ doc_type: 'FormLink', xpath: '', datums: [] })}
      >
        {(link, keys) => (
          <>
            <LinkTarget owner={owner} keys={keys} link={link} />
            <ConditionField
              owner={owner}
              keys={[...keys, 'xpath']}
              label="links.condition"
              help="links.condition.help"
              names={names}
            />
            <LinkCases owner={owner} keys={keys} link={link} names={names} from={{ menu, form }} />
          </>
        )}
      </PartsList>
      <ChoiceField
        owner={owner}
        keys={['post_form_workflow_fallback']}
        label="links.fallback"
        usual="default"
        options={workflows}
      />
    </Panel>
  )
}

type LinkProps = { owner: Owner; keys: string[]; link: JsonObject }

function LinkTarget({ owner, keys, link }: LinkProps) {
  const t = useT()
  const editing = useEditing()
  const app = useAppDocument()
  const languages = useLanguages()
  const targets = targetsOf(app, languages)
  const chosen = targetOf(app, link)
  const isGone = chosen === '' && Boolean(link['form_id'] ?? link['module_unique_id'])
  return (
    <SelectField
      label={t('links.target')}
      options={[
        ...(chosen ? [] : [{ value: '', label: t(isGone ? 'links.gone' : 'links.choose') }]),
        ...targets,
      ]}
      value={chosen}
      onChange={(next) => {
        const target = targets.find(({ value }) => value === next)
        editing.changeDocument((before) => withValue(before, owner, keys, withTarget(link, target)))
      }}
    />
  )
}

type CasesProps = LinkProps & {
  names: readonly Completion[]
  from: { menu: Menu; form: AppForm }
}

/** Which cases the target is about, where that is not found by their types. */
function LinkCases({ owner, keys, link, names, from }: CasesProps) {
  const t = useT()
  const editing = useEditing()
  const app = useAppDocument()
  const datums = objectsOf(link['datums'])
  const all = useMemo(
    () => [
      ...variablesAfter(app, from).map((id) => ({
        text: `#session/data/${id}`,
        note: '',
        kind: 'property' as const,
      })),
      ...names,
    ],
    [app, from, names],
  )
  const set = (next: JsonObject[]) =>
    editing.changeDocument((before) => withValue(before, owner, [...keys, 'datums'], next))
  const begin = () => {
    const target = shownTarget(app, link)
    const needed = target ? selectionsOf(target) : []
    set((needed.length > 0 ? needed : ['case_id']).map((name) => ({ name, xpath: '' })))
  }
  return (
    <>
      <Checkbox
        label={t('links.byHand')}
        description={t('links.byHand.help')}
        checked={datums.length > 0}
        onChange={(event) => (event.currentTarget.checked ? begin() : set([]))}
      />
      {datums.length > 0 && (
        <PartsList
          owner={owner}
          keys={[...keys, 'datums']}
          name="links.variable"
          add="links.variable.add"
          fresh={() => ({ name: '', xpath: '' })}
        >
          {(_, datum) => (
            <>
              <LineField owner={owner} keys={[...datum, 'name']} label="links.variable.name" />
              <ConditionField
                owner={owner}
                keys={[...datum, 'xpath']}
                label="links.variable.value"
                names={all}
              />
            </>
          )}
        </PartsList>
      )}
    </>
  )
}
