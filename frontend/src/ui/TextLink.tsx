// SPDX-License-Identifier: Apache-2.0
import { Anchor, type AnchorProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

type Props = AnchorProps & { to: string; tabIndex?: number; children: ReactNode }

export function TextLink(props: Props) {
  return <Anchor component={Link} inherit underline="hover" {...props} />
}
