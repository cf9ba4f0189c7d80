// SPDX-License-Identifier: Apache-2.0
import { idOf, menuOf, menusOf, saidIn, type AppDocument } from '../document/appDocument.ts'
import { at, objectsOf, textOf, type JsonObject } from '../document/json.ts'
import { allShown, caseTypeOf, type Shown } from '../document/shownForms.ts'

/** Where a link can lead, as a choice among all of them. */
export type Target = { value: string; label: string; ids: JsonObject }

const menuValue = (menuId: string) => `menu ${menuId}`
const formValue = (menuId: string, formId: string) => `form ${menuId} ${formId}`

/** The menus and forms that a link can lead to. A menu whose forms show in the one above cannot be opened itself. */
export function targetsOf(app: AppDocument, languages: readonly string[]): Target[] {
  const name = (part: JsonObject) => saidIn(part['name'], languages)
  return [
    ...menusOf(app)
      .filter((menu) => menu['put_in_root'] !== true)
      .map((menu) => ({
        value: menuValue(idOf(menu)),
        label: name(menu),
        ids: { module_unique_id: idOf(menu) },
      })),
    ...allShown(app).map(({ menu, form }) => ({
      value: formValue(idOf(menu), idOf(form)),
      label: `${name(menu)} › ${name(form)}`,
      ids: { form_id: idOf(form), form_module_id: idOf(menu) },
    })),
  ]
}

/** Which of the choices a link means; empty where it means none of them. */
export function targetOf(app: AppDocument, link: JsonObject): string {
  const formId = textOf(link['form_id'])
  if (!formId) {
    const menuId = textOf(link['module_unique_id'])
    return menuId && menuOf(app, menuId) ? menuValue(menuId) : ''
  }
  const shown = shownAs(app, formId, textOf(link['form_module_id']))
  return shown ? formValue(idOf(shown.menu), formId) : ''
}

/** The link with another target; what was said of the cases of the one before says nothing about this one. */
export function withTarget(link: JsonObject, target: Target | undefined): JsonObject {
  const { form_id: _form, form_module_id: _menu, module_unique_id: _module, ...rest } = link
  return { ...rest, ...target?.ids, datums: [] }
}

/** The session variables in which a form is told the cases that it is about. */
export function selectionsOf({ menu, form }: Shown): string[] {
  const loads = objectsOf(at(form['actions'], 'load_update_cases'))
  if (loads.length > 0) {
    return loads.map((load, index) => {
      const usual = `load_${textOf(load['case_type'])}_${index}`
      return `case_id_${textOf(load['case_tag']) || usual}`
    })
  }
  if (form['requires'] !== 'case') return []
  const isSeveral = at(menu['case_details'], 'short', 'multi_select') === true
  const own = isSeveral ? 'selected_cases' : 'case_id'
  return at(menu, 'parent_select', 'active') === true ? ['parent_id', own] : [own]
}

/** The session variables that are known when a form is done: the cases that were chosen for it, and the one that it opened. */
export function variablesAfter(app: AppDocument, shown: Shown): string[] {
  const opens = ['if', 'always'].includes(
    textOf(at(shown.form['actions'], 'open_case', 'condition', 'type')),
  )
  const type = caseTypeOf(app, shown.menu)
  const opened = shown.form['requires'] !== 'case' && opens ? [`case_id_new_${type}_0`] : []
  return [...selectionsOf(shown), ...opened]
}

/** The form that a link leads to, in the menu that it names or else in the first that shows it. */
export function shownTarget(app: AppDocument, link: JsonObject): Shown | undefined {
  return shownAs(app, textOf(link['form_id']), textOf(link['form_module_id']))
}

function shownAs(app: AppDocument, formId: string, menuId: string): Shown | undefined {
  const shown = allShown(app).filter(({ form }) => idOf(form) === formId)
  return shown.find(({ menu }) => idOf(menu) === menuId) ?? (menuId ? undefined : shown[0])
}
