// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation, useQuery, type CombinedError } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'

const TrustedQuery = graphql(`
  query TrustedProviders($project: String!) {
    project(name: $project) {
      id
      trustedProviders {
        slug
        name
        issuer
        trustedBy
      }
    }
  }
`)

const Trust = graphql(`
  mutation TrustIdentityProvider($input: TrustInput!) {
    trustIdentityProvider(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const Distrust = graphql(`
  mutation DistrustIdentityProvider($input: TrustInput!) {
    distrustIdentityProvider(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Provider = NonNullable<ResultOf<typeof TrustedQuery>['project']>['trustedProviders'][number]
type Errors = { message: string; field: string[] | null }[] | undefined

/** The single sign-ons of other organisations that people may come in by. */
export function TrustedProviders() {
  const t = useT()
  const { name: project } = useProject()
  const [slug, setSlug] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [{ data, error }, read] = useQuery({
    query: TrustedQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const [{ fetching }, trust] = useMutation(Trust)
  const [, distrust] = useMutation(Distrust)
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const settle = (failure: CombinedError | undefined, errors: Errors) => {
    const found = problemsOf(t, failure, errors)
    setProblem(found?.map(({ message }) => message).join(' ') ?? null)
    if (!found) {
      setSlug('')
      readAgain()
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await trust({ input: { project, slug: slug.trim() } })
    settle(answer.error, answer.data?.trustIdentityProvider.userErrors)
  }
  const end = async (trusted: string) => {
    const answer = await distrust({ input: { project, slug: trusted } })
    settle(answer.error, answer.data?.distrustIdentityProvider.userErrors)
  }
  const columns = [
    {
      id: 'name',
      header: t('enterprise.provider'),
      cell: ({ name, issuer }: Provider) => `${name} · ${issuer}`,
    },
    { id: 'by', header: t('trust.by'), cell: ({ trustedBy }: Provider) => trustedBy },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: ({ slug: trusted, name }: Provider) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('trust.endName', { name })}
          onClick={() => void end(trusted)}
        >
          {t('trust.end')}
        </Button>
      ),
    },
  ]
  if (error) return <QueryError error={error} onRetry={readAgain} />
  return (
    <Panel title={t('trust.title')}>
      <Stack>
        <Text size="sm">{t('trust.purpose')}</Text>
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        <DataTable
          caption={t('trust.title')}
          columns={columns}
          rows={data?.project?.trustedProviders}
          rowKey={({ slug: key }) => key}
          empty={<Text size="sm">{t('trust.none')}</Text>}
        />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Group align="flex-end">
            <TextInput
              flex="1 1 240px"
              label={t('trust.slug')}
              description={t('trust.slug.help')}
              value={slug}
              onChange={(event) => setSlug(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={fetching}>
              {t('trust.add')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Panel>
  )
}
