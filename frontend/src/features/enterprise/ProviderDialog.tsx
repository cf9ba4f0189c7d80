// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Provider } from './enterpriseQuery.ts'
import { Problems } from './Problems.tsx'
import { ProviderFields } from './ProviderFields.tsx'
import { fieldsOf, inputOf, providerFields } from './providerValues.ts'
import { useDeeds } from './useDeeds.ts'

const CreateProvider = graphql(`
  mutation CreateIdentityProvider($input: CreateIdentityProviderInput!) {
    createIdentityProvider(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const UpdateProvider = graphql(`
  mutation UpdateIdentityProvider($input: UpdateIdentityProviderInput!) {
    updateIdentityProvider(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  enterpriseId: string
  /** Null for a new one. */
  provider: Provider | null
  onClose: () => void
  onChanged: () => void
}

export function ProviderDialog({ enterpriseId, provider, onClose, onChanged }: Props) {
  const t = useT()
  const [values, setValues] = useState(() => fieldsOf(provider))
  const [, create] = useMutation(CreateProvider)
  const [, update] = useMutation(UpdateProvider)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { slug, secret, ...input } = inputOf(values)
    void attempt(async () => {
      if (provider) {
        const { providerId } = provider
        const { data, error } = await update({
          input: { enterpriseId, providerId, ...input, secret: secret || null },
        })
        return { error, userErrors: data?.updateIdentityProvider.userErrors }
      }
      const { data, error } = await create({ input: { enterpriseId, slug, secret, ...input } })
      return { error, userErrors: data?.createIdentityProvider.userErrors }
    })
  }
  return (
    <Dialog
      title={
        provider ? t('enterprise.editName', { name: provider.name }) : t('enterprise.addProvider')
      }
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Problems problems={problems} fields={providerFields} />
          <ProviderFields
            values={values}
            isNew={provider === null}
            problem={problem}
            onChange={setValues}
          />
          <Group>
            <Button type="submit" loading={busy}>
              {t('action.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
