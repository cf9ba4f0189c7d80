// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Enterprise } from './enterpriseQuery.ts'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const SetInheritance = graphql(`
  mutation SetEnterpriseInheritance($input: EnterpriseInheritanceInput!) {
    setEnterpriseInheritance(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { enterprise: Enterprise; onChanged: () => void }

/** Whose members act in which other projects of the account. */
export function InheritancePanel({ enterprise, onChanged }: Props) {
  const t = useT()
  const { enterpriseId, projects } = enterprise
  const [source, setSource] = useState(enterprise.source ?? '')
  const [heirs, setHeirs] = useState(
    projects.filter(({ inherits }) => inherits).map(({ name }) => name),
  )
  const [, set] = useMutation(SetInheritance)
  const { attempt, busy, problems } = useDeeds(onChanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const { data, error } = await set({
        input: {
          enterpriseId,
          source: source || null,
          projects: heirs.filter((name) => name !== source),
        },
      })
      return { error, userErrors: data?.setEnterpriseInheritance.userErrors }
    })
  }
  return (
    <Panel title={t('enterprise.inheritance')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Problems problems={problems} />
          <SelectField
            label={t('enterprise.source')}
            description={t('enterprise.source.help')}
            options={[
              { value: '', label: t('enterprise.source.none') },
              ...projects.map(({ name, displayName }) => ({ value: name, label: displayName })),
            ]}
            value={source}
            onChange={setSource}
          />
          {source && (
            <Checkbox.Group label={t('enterprise.heirs')} value={heirs} onChange={setHeirs}>
              <Stack mt="xs" gap="xs">
                {projects
                  .filter(({ name }) => name !== source)
                  .map(({ name, displayName }) => (
                    <Checkbox key={name} value={name} label={displayName} />
                  ))}
              </Stack>
            </Checkbox.Group>
          )}
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {t('action.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
