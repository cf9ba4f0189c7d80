// SPDX-License-Identifier: Apache-2.0
import type { Permission } from '../../../lib/project/ProjectContext.tsx'
import { renderPage } from '../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../lib/testing/stubServer.ts'
import { BuilderPage } from '../BuilderPage.tsx'
import {
  formPlace,
  menuOf,
  withValue,
  type AppDocument,
  type Owner,
} from '../document/appDocument.ts'
import type { Json } from '../document/json.ts'
import { sha1 } from '../editing/sha1.ts'
import { appFile } from './sources.ts'

const { _attachments: sources, ...document } = appFile('01-chw') as never as {
  _attachments: Record<string, string>
}

type Put = { path: string; value: Json }
export type Change = { put?: Put; putSource?: { source: string } }

/** The builder, with what the address chooses of the application. */
export const open = (at: string, permissions: Permission[] = ['edit_apps']) =>
  renderPage(<BuilderPage />, { at: `/apps/a1${at}`, path: '/apps/:appId', permissions })

/** A server with one application; what was changed of it, and what it then is. */
export function stubBuilder() {
  let app: AppDocument = document
  let version = 7
  const calls = stubServer({
    AppBuilder: () => ({
      data: {
        project: {
          __typename: 'Project',
          id: 'Project:demo',
          app: {
            __typename: 'App',
            appId: 'a1',
            name: 'CHW Basic',
            version: 7,
            deleted: false,
            document,
          },
        },
      },
    }),
    ExpressionFindings: ({ expression }) => ({
      data: {
        project: {
          __typename: 'Project',
          id: 'Project:demo',
          expressionFindings:
            expression === "risk != 'archived'"
              ? [
                  {
                    __typename: 'ExpressionFinding',
                    start: 8,
                    length: 10,
                    message: 'A number is needed here.',
                    severity: 'ERROR',
                  },
                ]
              : [],
        },
      },
    }),
    AppFormSource: ({ formId }) => {
      const source = sources[`${String(formId)}.xml`] ?? ''
      return {
        data: {
          project: {
            __typename: 'Project',
            id: 'Project:demo',
            app: {
              __typename: 'App',
              appId: 'a1',
              formSource: { __typename: 'AppFormSource', formId, source, digest: sha1(source) },
            },
          },
        },
      }
    },
    EditApp: ({ input }) => {
      for (const { put } of (input as { changes: Change[] }).changes) {
        if (put) app = withPut(app, put)
      }
      version += 1
      return {
        data: {
          editApp: {
            app: { __typename: 'App', appId: 'a1', version, document: app },
            userErrors: [],
          },
        },
      }
    },
    AppProblems: () => ({
      data: {
        project: {
          __typename: 'Project',
          id: 'Project:demo',
          app: {
            __typename: 'App',
            appId: 'a1',
            problems: [
              {
                __typename: 'AppProblem',
                place: 'Mothers › Register',
                message: 'Nobody has this name.',
                severity: 'ERROR',
                menuId: 'mod_mothers',
                formId: 'form_reg',
                question: '/data/full_name',
              },
            ],
          },
        },
      },
    }),
    BuilderLookupTables: () => ({ data: { project: null } }),
  })
  return {
    changes: () =>
      calls
        .filter(({ operation }) => operation === 'EditApp')
        .flatMap(({ variables }) => (variables['input'] as { changes: Change[] }).changes),
    app: () => app,
    menu: (id: string) => menuOf(app, id),
    form: (id: string) => formPlace(app, id)?.form,
  }
}

/** The document with a value where the path of the API says. */
function withPut(app: AppDocument, { path, value }: Put): AppDocument {
  const [, kind, id = '', keys = ''] = /^(?:(menu|form)s\[([^\]]+)\]\.)?(.+)$/.exec(path) ?? []
  const owner: Owner = kind === 'menu' || kind === 'form' ? { kind, id } : { kind: 'app' }
  return withValue(app, owner, keys.split('.'), value ?? undefined)
}
