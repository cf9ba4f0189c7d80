// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { ConsentForm } from './ConsentForm.tsx'

const OAuthQuestionQuery = graphql(`
  query OAuthQuestion($state: String!) {
    me {
      userId
      username
      oauthQuestion(state: $state) {
        clientId
        name
        madeBy
        scopes
        agreedScopes
        project
        answersTo
      }
    }
  }
`)

/** Asks the reader whether a program may act for her. */
export function ConsentPage() {
  const t = useT()
  const [params] = useSearchParams()
  const state = params.get('state') ?? ''
  const [{ data, error }, retry] = useQuery({ query: OAuthQuestionQuery, variables: { state } })
  if (error) return <QueryError error={error} onRetry={retry} />
  if (!data) return <PageSkeleton />
  const question = data.me.oauthQuestion
  if (!question) {
    return (
      <Page title={t('oauth.consent.over.title')} narrow>
        <EmptyState title={t('oauth.consent.over.title')} hint={t('oauth.consent.over.hint')} />
      </Page>
    )
  }
  return (
    <Page title={t('oauth.consent.title', { name: question.name })} narrow>
      <ConsentForm question={question} state={state} username={data.me.username} />
    </Page>
  )
}
