// SPDX-License-Identifier: Apache-2.0

/** A project name made from what people call it: `Afya Bora, Kisumu` becomes `afya-bora-kisumu`. */
export function slugOf(displayName: string): string {
  return displayName
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '')
}
