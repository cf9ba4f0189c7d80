// SPDX-License-Identifier: Apache-2.0
import { objectOf, type Pair } from '../../lib/text/pairs.ts'

/** A product as it is written in its form. */
export type ProductValues = {
  name: string
  code: string
  unit: string
  description: string
  category: string
  programId: string
  cost: string
  data: Pair[]
}

export const noProduct: ProductValues = {
  name: '',
  code: '',
  unit: '',
  description: '',
  category: '',
  programId: '',
  cost: '',
  data: [],
}

/** What is sent; a comma is taken for the point that the reader's keyboard may lack. */
export function productInput({ data, cost, ...values }: ProductValues) {
  return { ...values, cost: cost.trim().replace(',', '.'), data: objectOf(data) }
}
