// SPDX-License-Identifier: Apache-2.0
import { Button, Fieldset, Group, Stack } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { idOf, menusOf, saidIn } from '../../document/appDocument.ts'
import { at, isObject, objectOf, textOf, type JsonObject } from '../../document/json.ts'
import { caseTypeOf } from '../../document/shownForms.ts'
import { useAppDocument, useLanguages } from '../../editing/EditingContext.tsx'
import { pairsOf, updatesOf } from '../caseActions.ts'
import { ConditionFields } from '../ConditionFields.tsx'
import { LoadRows } from '../LoadRows.tsx'
import { PropertyRows } from '../PropertyRows.tsx'
import type { QuestionOption } from '../questionOptions.ts'
import { useProperties } from '../useNames.ts'
import { CaseNames } from './CaseNames.tsx'
import { HowFound } from './HowFound.tsx'
import { LinkFields } from './LinkFields.tsx'

type Props = {
  number: number
  load: JsonObject
  tag: string
  tags: readonly string[]
  earlierTags: readonly string[]
  questions: readonly QuestionOption[]
  onRename: (tag: string) => void
  onChange: (part: JsonObject, mark: string | null) => void
  onEarlier: (() => void) | null
  onRemove: () => void
}

/** A case that an advanced form works on: how it is found, what is read from it and what becomes of it. */
export function LoadedCase({ number, load, tag, tags, earlierTags, questions, ...does }: Props) {
  const t = useT()
  const app = useAppDocument()
  const languages = useLanguages()
  const type = textOf(load['case_type'])
  const { properties, words } = useProperties(type)
  const change = (part: JsonObject, mark: string | null = null) => does.onChange(part, mark)
  const byItself = textOf(at(load['auto_select'], 'mode')) !== ''
  const lists = menusOf(app).filter((menu) => caseTypeOf(app, menu) === type)
  return (
    <Fieldset legend={t('advanced.load', { number })}>
      <Stack>
        <CaseNames
          caseType={type}
          tag={tag}
          tags={tags}
          onType={(next) => change({ case_type: next }, 'type')}
          onRename={does.onRename}
        />
        <HowFound load={load} earlierTags={earlierTags} onChange={change} />
        {!byItself && (
          <>
            <SelectField
              label={t('advanced.list')}
              options={[
                { value: '', label: t('advanced.list.own') },
                ...lists.map((menu) => ({
                  value: idOf(menu),
                  label: saidIn(menu['name'], languages),
                })),
              ]}
              value={textOf(load['details_module'])}
              onChange={(id) => change({ details_module: id || null })}
            />
            {earlierTags.length > 0 && (
              <LinkFields
                label={t('advanced.childOf')}
                none={t('advanced.childOf.none')}
                tags={earlierTags}
                value={isObject(load['case_index']) ? load['case_index'] : {}}
                onChange={(next, mark) => change({ case_index: next }, mark)}
              />
            )}
          </>
        )}
        <strong>{t('cases.load')}</strong>
        <LoadRows
          properties={['name', ...properties]}
          questions={questions}
          value={load['preload']}
          onChange={(preload) => change({ preload })}
        />
        <strong>{t('cases.save')}</strong>
        <PropertyRows
          properties={properties}
          words={words}
          questions={questions}
          pairs={pairsOf(load['case_properties'])}
          onChange={(pairs) =>
            change({ case_properties: updatesOf(pairs, objectOf(load['case_properties'])) })
          }
        />
        <ConditionFields
          label={t('cases.close')}
          condition={load['close_condition']}
          questions={questions}
          orNever
          onChange={(condition) => change({ close_condition: condition }, 'close')}
        />
        <Group>
          {does.onEarlier && (
            <Button variant="default" size="xs" onClick={does.onEarlier}>
              {t('advanced.earlier')}
            </Button>
          )}
          <Button variant="default" size="xs" onClick={does.onRemove}>
            {t('advanced.remove')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
