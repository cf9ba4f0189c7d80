// SPDX-License-Identifier: Apache-2.0

/** Whether phones and HQ know the code as one of a language (spec 10, 2). */
export const isLanguageCode = (code: string) => /^[a-z]{2,3}(-[a-z]*)?$/.test(code)
