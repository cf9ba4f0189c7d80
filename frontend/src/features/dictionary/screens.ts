// SPDX-License-Identifier: Apache-2.0
export { DictionaryPage } from './DictionaryPage.tsx'
