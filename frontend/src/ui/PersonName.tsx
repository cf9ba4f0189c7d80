// SPDX-License-Identifier: Apache-2.0
import { useT } from '../lib/i18n/I18nContext.tsx'

type Props = {
  user: { displayName: string } | null | undefined
  /** What is known where the user is not: the name the phone sent, or an id. */
  otherwise?: string | null | undefined
}

export function PersonName({ user, otherwise }: Props) {
  const t = useT()
  return user?.displayName || otherwise || t('person.unknown')
}
