// SPDX-License-Identifier: Apache-2.0
import { Button, Fieldset, Stack, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { at, objectsOf, textOf, type JsonObject } from '../document/json.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { namePathOf, pairsOf, updateOf, updatesOf } from './caseActions.ts'
import { isCaseType } from './caseNames.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { propertiesOf } from './properties.ts'
import { PropertyRows } from './PropertyRows.tsx'
import type { QuestionOption } from './questionOptions.ts'
import { QuestionSelect } from './QuestionSelect.tsx'

type Props = {
  value: unknown
  questions: readonly QuestionOption[]
  /** The paths of repeat groups: one child for each repetition. */
  repeats: readonly string[]
  onChange: (subcases: JsonObject[], mark: string | null) => void
}

/** Cases that the form opens below its own. */
export function ChildCases({ value, questions, repeats, onChange }: Props) {
  const t = useT()
  const app = useAppDocument()
  const subcases = objectsOf(value)
  const change = (index: number, part: JsonObject, mark: string | null = null) =>
    onChange(
      subcases.map((each, place) => (place === index ? { ...each, ...part } : each)),
      mark && `child ${index} ${mark}`,
    )
  const add = () =>
    onChange(
      [
        ...subcases,
        {
          doc_type: 'OpenSubCaseAction',
          case_type: '',
          name_update: updateOf(''),
          reference_id: 'parent',
          relationship: 'child',
          case_properties: {},
          repeat_context: '',
          condition: { type: 'always' },
          close_condition: { type: 'never' },
        },
      ],
      null,
    )
  return (
    <Stack gap="lg">
      {subcases.map((subcase, index) => {
        const type = textOf(subcase['case_type'])
        const repeat = textOf(subcase['repeat_context'])
        const inside = questions.filter((question) => (question.repeat ?? '') === repeat)
        return (
          // Child cases have no name of their own; their place is part of the generated ids too.
          // oxlint-disable-next-line react/no-array-index-key
          <Fieldset key={index} legend={t('children.child', { number: index + 1 })}>
            <Stack>
              <TextInput
                label={t('menu.caseType')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={type}
                error={isCaseType(type) ? null : t('menu.caseType.invalid')}
                onChange={(event) =>
                  change(index, { case_type: event.currentTarget.value }, 'type')
                }
              />
              {repeats.length > 0 && (
                <SelectField
                  label={t('children.repeat')}
                  options={[
                    { value: '', label: t('children.repeat.none') },
                    ...repeats.map((path) => ({ value: path, label: path })),
                  ]}
                  value={repeat}
                  onChange={(path) => change(index, { repeat_context: path })}
                />
              )}
              <QuestionSelect
                label={t('cases.name')}
                questions={inside}
                value={namePathOf(subcase)}
                onChange={(path) => change(index, { name_update: updateOf(path) })}
              />
              <ConditionFields
                label={t('cases.open')}
                condition={subcase['condition']}
                questions={inside}
                onChange={(condition) => change(index, { condition }, 'condition')}
              />
              <PropertyRows
                properties={propertiesOf(app, type)}
                questions={inside}
                pairs={pairsOf(subcase['case_properties'])}
                onChange={(pairs) =>
                  change(index, {
                    case_properties: updatesOf(pairs, at(subcase, 'case_properties')),
                  })
                }
              />
              <div>
                <Button
                  variant="default"
                  size="xs"
                  onClick={() =>
                    onChange(
                      subcases.filter((_, place) => place !== index),
                      null,
                    )
                  }
                >
                  {t('children.remove')}
                </Button>
              </div>
            </Stack>
          </Fieldset>
        )
      })}
      <div>
        <Button variant="default" onClick={add}>
          {t('children.add')}
        </Button>
      </div>
    </Stack>
  )
}
