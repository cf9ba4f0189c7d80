// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

const SetProductArchived = graphql(`
  mutation SetProductArchived($input: SetProductArchivedInput!) {
    setProductArchived(input: $input) {
      product {
        productId
        archived
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { productId: string; archived: boolean; onDone: () => void }

/** Takes a product from the phones, or gives it back; it is undone by the same button, so nothing asks. */
export function ArchiveProduct({ productId, archived, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, setArchived] = useMutation(SetProductArchived)
  const change = async () => {
    const { data, error } = await setArchived({
      input: { project, productId, archived: !archived },
    })
    const problems = problemsOf(t, error, data?.setProductArchived.userErrors)
    showToast(
      problems?.[0]?.message ?? t(archived ? 'product.unarchive.done' : 'product.archive.done'),
    )
    onDone()
  }
  return (
    <Button variant="default" loading={fetching} onClick={() => void change()}>
      {t(archived ? 'product.unarchive' : 'product.archive')}
    </Button>
  )
}
