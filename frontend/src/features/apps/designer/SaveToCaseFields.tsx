// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, CloseButton, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { isCaseType, isProperty } from '../cases/caseNames.ts'
import { useEditing } from '../editing/EditingContext.tsx'
import { noExpression, type Expression } from '../xform/form.ts'
import { readCaseSave, withCaseSave, type CaseSave } from '../xform/saveToCase.ts'
import { ExpressionField } from './ExpressionField.tsx'
import type { FieldProps } from './QuestionPanel.tsx'

/** Which case a Save to Case is about, and what it does to it. */
export function SaveToCaseFields(props: FieldProps) {
  const { formId, form, question } = props
  const t = useT()
  const editing = useEditing()
  const save = readCaseSave(form, question.key)
  const set = (part: Partial<CaseSave>, field: string, caseType = question.caseType) =>
    editing.changeForm(
      formId,
      (before) => withCaseSave(before, question.key, { ...save, ...part }, caseType),
      `${formId} ${question.key} ${field}`,
    )
  const logic = (label: string, expression: Expression, change: (next: Expression) => void) => (
    <ExpressionField {...props} label={label} expression={expression} onChange={change} />
  )
  const { properties } = save
  const setProperty = (index: number, part: Partial<(typeof properties)[number]>, field: string) =>
    set(
      { properties: properties.map((each, at) => (at === index ? { ...each, ...part } : each)) },
      `${index} ${field}`,
    )
  const problemOf = (name: string) => {
    if (!isProperty(name) || name.includes('/')) return t('cases.property.invalid')
    const twice = properties.filter((each) => each.name === name).length > 1
    return twice ? t('cases.property.twice') : null
  }
  const freeName = () => {
    let number = properties.length + 1
    while (properties.some(({ name }) => name === `property_${number}`)) number += 1
    return `property_${number}`
  }
  return (
    <>
      <TextInput
        label={t('menu.caseType')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={question.caseType}
        error={isCaseType(question.caseType) ? null : t('menu.caseType.invalid')}
        onChange={(event) => set({}, 'type', event.currentTarget.value)}
      />
      {logic(t('saveToCase.caseId'), save.caseId, (caseId) => set({ caseId }, 'id'))}
      <Checkbox
        label={t('saveToCase.creates')}
        checked={save.creates}
        onChange={(event) => set({ creates: event.currentTarget.checked }, 'creates')}
      />
      {save.creates && (
        <>
          {logic(t('cases.name'), save.name, (name) => set({ name }, 'name'))}
          {logic(t('saveToCase.owner'), save.ownerId, (ownerId) => set({ ownerId }, 'owner'))}
        </>
      )}
      <Fieldset legend={t('cases.save')}>
        <Stack gap="sm">
          {properties.map(({ name, value }, index) => (
            // Its place names a property while its name is typed.
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={index} align="flex-start" wrap="nowrap">
              <Stack gap={6} flex={1}>
                <TextInput
                  label={t('cases.property')}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={name}
                  error={problemOf(name)}
                  onChange={({ currentTarget }) => {
                    // What no element can be called is not taken over at all.
                    const next = currentTarget.value.replaceAll(/[^\w-]/g, '_')
                    if (/^[A-Za-z]/.test(next)) setProperty(index, { name: next }, 'name')
                  }}
                />
                {logic(t('saveToCase.value'), value, (next) =>
                  setProperty(index, { value: next }, 'value'),
                )}
              </Stack>
              <CloseButton
                mt={25}
                aria-label={t('pairs.remove', { number: index + 1 })}
                onClick={() =>
                  set({ properties: properties.filter((_, at) => at !== index) }, `remove ${name}`)
                }
              />
            </Group>
          ))}
          <div>
            <Button
              variant="default"
              size="xs"
              onClick={() =>
                set(
                  { properties: [...properties, { name: freeName(), value: noExpression }] },
                  `add ${properties.length}`,
                )
              }
            >
              {t('lists.add')}
            </Button>
          </div>
        </Stack>
      </Fieldset>
      <Checkbox
        label={t('cases.close')}
        checked={save.closes}
        onChange={(event) => set({ closes: event.currentTarget.checked }, 'closes')}
      />
      {save.closes &&
        logic(t('saveToCase.closeCondition'), save.closeCondition, (closeCondition) =>
          set({ closeCondition }, 'close'),
        )}
    </>
  )
}
