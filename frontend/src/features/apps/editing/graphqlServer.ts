// SPDX-License-Identifier: Apache-2.0
import type { Client, CombinedError } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { sendForm } from '../../../lib/http/sendForm.ts'
import type { Translator } from '../../../lib/i18n/translator.ts'
import { mutationFailure } from '../../../ui/form/problemsOf.ts'
import { objectOf } from '../document/json.ts'
import type { AppServer } from './server.ts'

export const BuilderQuery = graphql(`
  query AppBuilder($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        name
        version
        deleted
        document
      }
    }
  }
`)

const SourceQuery = graphql(`
  query AppFormSource($project: String!, $appId: String!, $formId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        formSource(formId: $formId) {
          formId
          source
          digest
        }
      }
    }
  }
`)

const Edit = graphql(`
  mutation EditApp($input: EditAppInput!) {
    editApp(input: $input) {
      app {
        appId
        version
        document
      }
      userErrors {
        code
        message
      }
    }
  }
`)

const conflicts = ['EDITED_MEANWHILE', 'SOURCE_CHANGED']

/** The server as a builder of one application sees it. */
export function graphqlServer(
  client: Client,
  t: Translator,
  place: { project: string; appId: string },
): AppServer {
  const failure = (error: CombinedError | undefined) => ({
    failed: error ? mutationFailure(t, error) : t('mutation.failed'),
  })
  const fresh = { requestPolicy: 'network-only' } as const
  return {
    save: async (version, changes) => {
      const input = { ...place, version, changes }
      const { data, error } = await client.mutation(Edit, { input }).toPromise()
      const [refused] = data?.editApp.userErrors ?? []
      if (refused && conflicts.includes(refused.code)) {
        return { conflict: true, message: refused.message }
      }
      if (refused) return { failed: refused.message }
      const app = data?.editApp.app
      return app
        ? { document: objectOf(app.document) as never, version: app.version }
        : failure(error)
    },
    sendMedia: async (kind, path, file) => {
      const [project, appId] = [place.project, place.appId].map(encodeURIComponent)
      const sent = await sendForm<{ errors: string[] }>(
        `/a/${project}/apps/${appId}/multimedia/uploaded/${kind}/`,
        { path, Filedata: file },
      )
      if ('failure' in sent) return t(sent.failure)
      return sent.answer.errors[0] ?? null
    },
    readApp: async () => {
      const { data, error } = await client.query(BuilderQuery, place, fresh).toPromise()
      const app = data?.project?.app
      return app
        ? { document: objectOf(app.document) as never, version: app.version }
        : failure(error)
    },
    readSource: async (formId) => {
      const variables = { ...place, formId }
      const { data, error } = await client.query(SourceQuery, variables, fresh).toPromise()
      return data?.project?.app?.formSource ?? failure(error)
    },
  }
}
