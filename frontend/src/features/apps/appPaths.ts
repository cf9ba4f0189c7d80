// SPDX-License-Identifier: Apache-2.0
import { paths } from '../../lib/paths.ts'

/** Addresses within the builder of an application. */
export const inBuilder = {
  form: (project: string, appId: string, formId: string, question?: string) =>
    `${paths.app(project, appId)}?form=${encodeURIComponent(formId)}${
      question ? `&question=${encodeURIComponent(question)}` : ''
    }`,
  menu: (project: string, appId: string, menuId: string) =>
    `${paths.app(project, appId)}?menu=${encodeURIComponent(menuId)}`,
}
