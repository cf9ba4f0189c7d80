// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { idOf, withValue, type AppForm, type Menu } from '../../document/appDocument.ts'
import { objectOf, textOf, type JsonObject } from '../../document/json.ts'
import { useEditing, useLanguages } from '../../editing/EditingContext.tsx'
import type { Form } from '../../xform/form.ts'
import { questionOptions, repeatsOf } from '../questionOptions.ts'
import {
  earlier,
  loadsOf,
  newLoad,
  newOpen,
  opensOf,
  renamed,
  tagOfLoad,
  tagOfOpen,
  tagsOf,
} from './actions.ts'
import { LoadedCase } from './LoadedCase.tsx'
import { OpenedCase } from './OpenedCase.tsx'

/** The cases that an advanced form works on, in the order in which they are chosen, and those that it opens. */
export function AdvancedCases({ menu, form, xform }: { menu: Menu; form: AppForm; xform: Form }) {
  const t = useT()
  const editing = useEditing()
  const [language = 'en'] = useLanguages()
  const questions = useMemo(() => questionOptions(xform, language), [xform, language])
  const formId = idOf(form)
  const actions = objectOf(form['actions'])
  const [loads, opens, tags] = [loadsOf(actions), opensOf(actions), tagsOf(actions)]
  const set = (next: JsonObject, mark: string | null = null) =>
    editing.changeDocument(
      (before) => withValue(before, { kind: 'form', id: formId }, ['actions'], next),
      mark && `${formId} ${mark}`,
    )
  const setLoads = (next: JsonObject[], mark: string | null = null) =>
    set({ ...actions, load_update_cases: next }, mark)
  const setOpens = (next: JsonObject[], mark: string | null = null) =>
    set({ ...actions, open_cases: next }, mark)
  const caseType = textOf(menu['case_type'])
  return (
    <Stack gap="lg">
      <Panel spaced title={t('advanced.loads')}>
        <Text c="dimmed">{t('advanced.loads.help')}</Text>
        {loads.map((load, index) => (
          <LoadedCase
            key={tagOfLoad(load, index)}
            number={index + 1}
            load={load}
            tag={tagOfLoad(load, index)}
            tags={tags}
            earlierTags={tags.slice(0, index)}
            questions={questions.filter(({ repeat }) => repeat === null)}
            onRename={(tag) => set(renamed(actions, tagOfLoad(load, index), tag))}
            onChange={(part, mark) =>
              setLoads(
                loads.with(index, { ...load, case_tag: tagOfLoad(load, index), ...part }),
                mark ? `load ${index} ${mark}` : null,
              )
            }
            onEarlier={index > 0 ? () => setLoads(earlier(loads, index)) : null}
            onRemove={() => setLoads(loads.toSpliced(index, 1))}
          />
        ))}
        <div>
          <Button
            variant="default"
            onClick={() => setLoads([...loads, newLoad(actions, caseType)])}
          >
            {t('advanced.loads.add')}
          </Button>
        </div>
      </Panel>
      <Panel spaced title={t('advanced.opens')}>
        {opens.map((open, index) => (
          <OpenedCase
            key={tagOfOpen(open, index)}
            number={index + 1}
            open={open}
            tag={tagOfOpen(open, index)}
            tags={tags}
            earlierTags={tags.slice(0, loads.length + index)}
            questions={questions}
            repeats={repeatsOf(xform)}
            onRename={(tag) => set(renamed(actions, tagOfOpen(open, index), tag))}
            onChange={(part, mark) =>
              setOpens(
                opens.with(index, { ...open, case_tag: tagOfOpen(open, index), ...part }),
                mark ? `open ${index} ${mark}` : null,
              )
            }
            onRemove={() => setOpens(opens.toSpliced(index, 1))}
          />
        ))}
        <div>
          <Button
            variant="default"
            onClick={() => setOpens([...opens, newOpen(actions, caseType)])}
          >
            {t('advanced.opens.add')}
          </Button>
        </div>
      </Panel>
    </Stack>
  )
}
