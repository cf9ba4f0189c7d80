// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { ProductFields } from './ProductFields.tsx'
import { noProduct, productInput } from './productValues.ts'
import { useProductForm } from './useProductForm.ts'

const CreateProduct = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
      product {
        productId
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function NewProductPage() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createProduct] = useMutation(CreateProduct)
  const form = useProductForm(noProduct)
  return (
    <Page
      title={t('newProduct.title')}
      purpose={t('newProduct.purpose')}
      parent={<TextLink to={paths.products(project)}>{t('products.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newProduct.submit')}
          onCancel={() => void navigate(paths.products(project))}
          onSubmit={async (values) => {
            const { data, error } = await createProduct({
              input: { project, ...productInput(values) },
            })
            const product = data?.createProduct.product
            if (!product) return problemsOf(t, error, data?.createProduct.userErrors)
            form.resetDirty()
            showToast(t('newProduct.done', { name: product.name }))
            setTimeout(() => void navigate(paths.products(project)))
            return undefined
          }}
        >
          <ProductFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
