// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { ProductValues } from './productValues.ts'

export function useProductForm(initialValues: ProductValues) {
  const t = useT()
  return useForm<ProductValues>({
    initialValues,
    validate: { name: (value) => (value.trim() ? null : t('product.name.missing')) },
  })
}
