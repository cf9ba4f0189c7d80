// SPDX-License-Identifier: Apache-2.0
import { Button, Fieldset, Stack } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { objectOf, objectsOf, textOf, type JsonObject } from '../../document/json.ts'
import { namePathOf, pairsOf, updateOf, updatesOf } from '../caseActions.ts'
import { ConditionFields } from '../ConditionFields.tsx'
import { PropertyRows } from '../PropertyRows.tsx'
import type { QuestionOption } from '../questionOptions.ts'
import { QuestionSelect } from '../QuestionSelect.tsx'
import { useProperties } from '../useNames.ts'
import { CaseNames } from './CaseNames.tsx'
import { LinkFields } from './LinkFields.tsx'

type Props = {
  number: number
  open: JsonObject
  tag: string
  tags: readonly string[]
  earlierTags: readonly string[]
  questions: readonly QuestionOption[]
  repeats: readonly string[]
  onRename: (tag: string) => void
  onChange: (part: JsonObject, mark: string | null) => void
  onRemove: () => void
}

/** A case that an advanced form opens, and to which others it belongs. */
export function OpenedCase({ number, open, tag, tags, earlierTags, questions, ...rest }: Props) {
  const t = useT()
  const type = textOf(open['case_type'])
  const { properties, words } = useProperties(type)
  const change = (part: JsonObject, mark: string | null = null) => rest.onChange(part, mark)
  const repeat = textOf(open['repeat_context'])
  const inside = questions.filter((question) => (question.repeat ?? '') === repeat)
  const links = objectsOf(open['case_indices'])
  const setLink = (index: number, link: JsonObject | null, mark: string | null) => {
    const others = link ? links.with(index, link) : links.toSpliced(index, 1)
    change({ case_indices: others }, mark && `${mark} ${index}`)
  }
  return (
    <Fieldset legend={t('advanced.open', { number })}>
      <Stack>
        <CaseNames
          caseType={type}
          tag={tag}
          tags={tags}
          onType={(next) => change({ case_type: next }, 'type')}
          onRename={rest.onRename}
        />
        {rest.repeats.length > 0 && (
          <SelectField
            label={t('children.repeat')}
            options={[
              { value: '', label: t('advanced.repeat.none') },
              ...rest.repeats.map((path) => ({ value: path, label: path })),
            ]}
            value={repeat}
            onChange={(path) => change({ repeat_context: path })}
          />
        )}
        <QuestionSelect
          label={t('cases.name')}
          questions={inside}
          value={namePathOf(open)}
          onChange={(path) => change({ name_update: updateOf(path) })}
        />
        <ConditionFields
          label={t('cases.open')}
          condition={open['open_condition']}
          questions={inside}
          onChange={(condition) => change({ open_condition: condition }, 'condition')}
        />
        <strong>{t('cases.save')}</strong>
        <PropertyRows
          properties={properties}
          words={words}
          questions={inside}
          pairs={pairsOf(open['case_properties'])}
          onChange={(pairs) =>
            change({ case_properties: updatesOf(pairs, objectOf(open['case_properties'])) })
          }
        />
        {links.map((link, index) => (
          <LinkFields
            // Links have no name of their own, and two may be the same for a moment.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            label={t('advanced.belongs')}
            none={t('advanced.belongs.remove')}
            tags={earlierTags}
            value={link}
            questions={inside}
            onChange={(next, mark) => setLink(index, next, mark)}
          />
        ))}
        <ConditionFields
          label={t('cases.close')}
          condition={open['close_condition']}
          questions={inside}
          orNever
          onChange={(condition) => change({ close_condition: condition }, 'close')}
        />
        <div>
          {earlierTags.length > 0 && (
            <Button
              variant="default"
              size="xs"
              mr="sm"
              onClick={() =>
                change({
                  case_indices: [
                    ...links,
                    { tag: earlierTags[0] ?? '', reference_id: 'parent', relationship: 'child' },
                  ],
                })
              }
            >
              {t('advanced.belongs.add')}
            </Button>
          )}
          <Button variant="default" size="xs" onClick={rest.onRemove}>
            {t('advanced.remove')}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  )
}
