// SPDX-License-Identifier: Apache-2.0
import { formsOf, menusOf, type AppDocument } from '../document/appDocument.ts'
import { at, objectOf, objectsOf, textOf } from '../document/json.ts'

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
      for (const child of objectsOf(at(actions, 'subcases'))) {
        if (child['case_type'] === type) note(child['case_properties'])
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
