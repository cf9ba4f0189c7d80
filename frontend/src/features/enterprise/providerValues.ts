// SPDX-License-Identifier: Apache-2.0
import type { Provider } from './enterpriseQuery.ts'

export type ProviderValues = {
  name: string
  slug: string
  issuer: string
  clientId: string
  secret: string
  enforcement: string
  /** One address in a line. */
  testers: string
  exempt: string
}

export const providerFields = ['name', 'slug', 'issuer', 'clientId', 'secret', 'testers', 'exempt']

export function fieldsOf(provider: Provider | null): ProviderValues {
  return {
    name: provider?.name ?? '',
    slug: provider?.slug ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    secret: '',
    enforcement: provider?.enforcement ?? 'TEST',
    testers: provider?.testers.join('\n') ?? '',
    exempt: provider?.exempt.join('\n') ?? '',
  }
}

const lines = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

export function inputOf(values: ProviderValues) {
  return {
    name: values.name.trim(),
    slug: values.slug.trim(),
    issuer: values.issuer.trim(),
    clientId: values.clientId.trim(),
    secret: values.secret,
    enforcement: values.enforcement === 'GLOBAL' ? ('GLOBAL' as const) : ('TEST' as const),
    testers: lines(values.testers),
    exempt: lines(values.exempt),
  }
}
