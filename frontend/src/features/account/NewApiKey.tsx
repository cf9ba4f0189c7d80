// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation, useQuery } from 'urql'
import { startOfDay, nextDay } from '../../lib/format/startOfDay.ts'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { KeyRoleField } from './KeyRoleField.tsx'

const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        apiKeyId
        name
      }
      secret
      userErrors {
        message
        field
      }
    }
  }
`)

const KeyProjectsQuery = graphql(`
  query ApiKeyProjects {
    projects(first: 100) {
      nodes {
        id
        name
        displayName
      }
    }
  }
`)

type Props = { username: string | undefined; onCreated: () => void }

/** Makes a key and shows its secret, which nobody can read again later. */
export function NewApiKey({ username, onCreated }: Props) {
  const t = useT()
  const { timeZone } = useFormat()
  const [{ data: choices }] = useQuery({ query: KeyProjectsQuery })
  const [{ fetching }, createApiKey] = useMutation(CreateApiKey)
  const [name, setName] = useState('')
  const [project, setProject] = useState('')
  const [roleId, setRoleId] = useState('')
  const [addresses, setAddresses] = useState('')
  const [lastDay, setLastDay] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [secret, setSecret] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) {
      setProblem(t('apiKeys.nameMissing'))
      return
    }
    const expiresAt = lastDay ? startOfDay(nextDay(lastDay), timeZone) : null
    const { data, error } = await createApiKey({
      input: {
        name: name.trim(),
        project: project || null,
        expiresAt,
        roleId: (project && roleId) || null,
        allowedAddresses: addresses.split(/[\s,]+/).filter(Boolean),
      },
    })
    const problems = problemsOf(t, error, data?.createApiKey.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems) return
    setSecret(data?.createApiKey.secret ?? null)
    setName('')
    setAddresses('')
    onCreated()
  }
  return (
    <Panel title={t('apiKeys.new')}>
      <Stack>
        {secret && (
          <Alert
            variant="outline"
            title={t('apiKeys.secret.title')}
            role="status"
            withCloseButton
            closeButtonLabel={t('action.close')}
            onClose={() => setSecret(null)}
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{t('apiKeys.secret.text')}</Text>
              <Code fz={14} style={{ overflowWrap: 'anywhere' }}>
                {secret}
              </Code>
              <CopyText value={secret} label={t('action.copy')} variant="default" />
              <Text size="sm" c="dimmed">
                {t('apiKeys.secret.use')} <Code>{`Authorization: ApiKey ${username}:…`}</Code>
              </Text>
            </Stack>
          </Alert>
        )}
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Group align="flex-start">
            <TextInput
              flex="1 1 200px"
              label={t('apiKeys.column.name')}
              description={t('apiKeys.nameHelp')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={problem}
            />
            <SelectField
              flex="1 1 200px"
              label={t('apiKeys.column.project')}
              description={t('apiKeys.projectHelp')}
              options={[
                { value: '', label: t('apiKeys.allProjects') },
                ...(choices?.projects.nodes ?? []).map((each) => ({
                  value: each.name,
                  label: each.displayName,
                })),
              ]}
              value={project}
              onChange={(chosen) => {
                setProject(chosen)
                setRoleId('')
              }}
            />
            <KeyRoleField project={project} value={roleId} onChange={setRoleId} />
            <TextInput
              flex="1 1 160px"
              type="date"
              label={t('apiKeys.lastDay')}
              description={t('apiKeys.lastDayHelp')}
              value={lastDay}
              onChange={(event) => setLastDay(event.currentTarget.value)}
            />
          </Group>
          <Textarea
            mt="md"
            label={t('apiKeys.column.addresses')}
            description={t('apiKeys.addressesHelp')}
            rows={2}
            value={addresses}
            onChange={(event) => setAddresses(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" loading={fetching}>
            {t('apiKeys.create')}
          </Button>
        </form>
      </Stack>
    </Panel>
  )
}
