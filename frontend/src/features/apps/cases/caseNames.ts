// SPDX-License-Identifier: Apache-2.0

/** What a case type may be called, so that files and addresses can carry it. */
export const isCaseType = (type: string) => /^[a-zA-Z][\w-]*$/.test(type)

const reserved = new Set(
  (
    'actions case_id case_name case_type case_type_id closed closed_by closed_on commtrack computed_ ' +
    'computed_modified_on_ create date date-opened date_modified date_opened doc_type domain external-id index ' +
    'indices initial_processing_complete last_modified modified_by modified_on opened_by opened_on parent ' +
    'referrals server_modified_on server_opened_on status type user_id userid version xform_id xform_ids'
  ).split(' '),
)

/** Whether forms may save to the property (spec 10, 5.1). */
export function isProperty(name: string): boolean {
  if (!/^[a-zA-Z][\w-]*(\/[a-zA-Z][\w-]*)*$/.test(name)) return false
  return !reserved.has(name)
}
