// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { pairsOf } from '../../lib/text/pairs.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { ArchiveProduct } from './ArchiveProduct.tsx'
import { ProductFields } from './ProductFields.tsx'
import { productInput } from './productValues.ts'
import { useProductForm } from './useProductForm.ts'

const ProductQuery = graphql(`
  query EditProduct($project: String!, $productId: String!) {
    project(name: $project) {
      id
      product(productId: $productId) {
        productId
        name
        code
        unit
        description
        category
        program {
          programId
        }
        cost
        data
        archived
      }
    }
  }
`)

const UpdateProduct = graphql(`
  mutation UpdateProduct($input: UpdateProductInput!) {
    updateProduct(input: $input) {
      product {
        productId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditProductPage() {
  const { productId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: ProductQuery,
    variables: { project, productId },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const product = data.project.product
  if (!product) return <NotFoundPage what="product" back={paths.products(project)} />
  return <EditProductForm product={product} onArchived={() => read()} />
}

type Product = NonNullable<NonNullable<ResultOf<typeof ProductQuery>['project']>['product']>

function EditProductForm({ product, onArchived }: { product: Product; onArchived: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateProduct] = useMutation(UpdateProduct)
  const { productId, name, code, unit, description, category, program, cost, data } = product
  const form = useProductForm({
    name,
    code,
    unit,
    description,
    category,
    programId: program?.programId ?? '',
    cost: cost ?? '',
    data: pairsOf(data),
  })
  const back = paths.products(project)
  return (
    <Page
      title={name}
      purpose={t(product.archived ? 'product.archived.purpose' : 'product.purpose')}
      parent={<TextLink to={back}>{t('products.title')}</TextLink>}
      actions={
        <ArchiveProduct productId={productId} archived={product.archived} onDone={onArchived} />
      }
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async (values) => {
            const answer = await updateProduct({
              input: { project, productId, ...productInput(values) },
            })
            const problems = problemsOf(t, answer.error, answer.data?.updateProduct.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('action.saved'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <ProductFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
