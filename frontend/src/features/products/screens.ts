// SPDX-License-Identifier: Apache-2.0
// The screens of stock lead to each other, so they are fetched together.

export { EditProductPage } from './EditProductPage.tsx'
export { NewProductPage } from './NewProductPage.tsx'
export { ProductsPage } from './ProductsPage.tsx'
export { ProgramsPage } from './ProgramsPage.tsx'
