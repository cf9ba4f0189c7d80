// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'

const ProductsQuery = graphql(`
  query Products(
    $project: String!
    $first: Int!
    $after: String
    $search: String
    $archived: Boolean!
  ) {
    project(name: $project) {
      id
      restoreSettings {
        tracksStock
      }
      products(first: $first, after: $after, search: $search, archived: $archived) {
        nodes {
          productId
          name
          code
          unit
          category
          program {
            programId
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

type Product = NonNullable<ResultOf<typeof ProductsQuery>['project']>['products']['nodes'][number]

/** What is kept in stock. */
export function ProductsPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const search = filters.get('q')?.trim() || null
  const archived = filters.get('archived') === 'yes'
  const [{ data, error, fetching }, read] = useQuery({
    query: ProductsQuery,
    variables: { project, first: paging.size, after: paging.after, search, archived },
    requestPolicy: 'cache-and-network',
  })
  const products = data?.project?.products
  const idle = data?.project?.restoreSettings.tracksStock === false
  const create = may('edit_data') && (
    <Button component={Link} to={paths.newProduct(project)}>
      {t('newProduct.title')}
    </Button>
  )
  const columns = [
    {
      id: 'name',
      header: t('product.name'),
      cell: ({ productId, name }: Product) => (
        <TextLink to={paths.product(project, productId)} fw={500}>
          {name}
        </TextLink>
      ),
    },
    { id: 'code', header: t('product.code'), cell: ({ code }: Product) => code },
    { id: 'unit', header: t('product.unit'), cell: ({ unit }: Product) => unit || '—' },
    {
      id: 'category',
      header: t('product.category'),
      cell: ({ category }: Product) => category || '—',
    },
    {
      id: 'program',
      header: t('product.program'),
      cell: ({ program }: Product) => program?.name ?? '—',
    },
  ]
  return (
    <Page
      title={t('products.title')}
      purpose={t(idle ? 'products.purpose.idle' : 'products.purpose')}
      actions={
        <>
          {create}
          <Button component={Link} to={paths.programs(project)} variant="default">
            {t('programs.title')}
          </Button>
        </>
      }
    >
      <FilterBar
        active={search !== null || archived}
        onClear={() => filters.clear(['q', 'archived'])}
      >
        <SearchField
          label={t('products.search')}
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
        <SelectField
          label={t('products.shown')}
          options={[
            { value: '', label: t('products.shown.used') },
            { value: 'yes', label: t('products.shown.archived') },
          ]}
          value={archived ? 'yes' : ''}
          onChange={(value) => filters.set('archived', value)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(products || !error) && (
        <Panel flush>
          <DataTable
            caption={t('products.title')}
            columns={columns}
            rows={products?.nodes}
            rowKey={({ productId }) => productId}
            rowHref={({ productId }) => paths.product(project, productId)}
            busy={fetching && products !== undefined}
            empty={
              <EmptyState
                title={t('products.empty.title')}
                hint={t('products.empty.hint')}
                action={create}
              />
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={products?.nodes.length ?? 0}
        total={products?.totalCount}
        endCursor={products?.pageInfo.endCursor}
        hasNextPage={products?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
