// SPDX-License-Identifier: Apache-2.0
import { formsOf, menusOf, type AppDocument } from '../document/appDocument.ts'
import { at, objectOf, objectsOf, textOf } from '../document/json.ts'

/** The type of the cases that stand for workers. */
export const userCaseType = 'commcare-user'

/** The properties of cases of the type that any form of the application saves, by name. */
export function propertiesOf(app: AppDocument, type: string): string[] {
  const found = new Set<string>()
  const note = (properties: unknown) => {
    for (const property of Object.keys(objectOf(properties))) {
      if (!property.includes('/')) found.add(property)
    }
  }
  for (const menu of menusOf(app)) {
    const isOwn = textOf(menu['case_type']) === type
    for (const form of formsOf(menu)) {
      const actions = form['actions']
      if (isOwn) note(at(actions, 'update_case', 'update'))
      if (type === userCaseType) note(at(actions, 'usercase_update', 'update'))
      for (const list of ['subcases', 'load_update_cases', 'open_cases']) {
        for (const each of objectsOf(at(actions, list))) {
          if (each['case_type'] === type) note(each['case_properties'])
        }
      }
      const saved = objectOf(at(form['case_references_data'], 'save'))
      for (const save of Object.values(saved).map(objectOf)) {
        if (save['case_type'] !== type || !Array.isArray(save['properties'])) continue
        for (const property of save['properties'] as unknown[]) {
          if (typeof property === 'string') found.add(property)
        }
      }
    }
  }
  return [...found].filter((property) => property !== 'name').toSorted()
}
