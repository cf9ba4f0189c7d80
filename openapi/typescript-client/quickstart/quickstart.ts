// SPDX-License-Identifier: Apache-2.0
const [address, project, user, key] = process.argv.slice(2) as [string, string, string, string]
// docs: from here
import { CasesApi, Configuration, RolesApi } from '@baraza/client'

const configuration = new Configuration({
  basePath: address, // http://localhost:8080
  headers: { Authorization: `ApiKey ${user}:${key}` },
})

// Make a case, read it, change it.
const cases = new CasesApi(configuration)
const made = await cases.createCase({
  domain: project,
  CaseWrite: [
    { create: true, case_type: 'patient', case_name: 'Halima', owner_id: '-', properties: { village: 'Kibera' } },
  ],
})
const id = made.cases![0]!.case_id!
const read = await cases.getCase({ domain: project, case_id: id })
await cases.updateCaseById({ domain: project, case_id: id, CaseWrite: { properties: { village: 'Mathare' } } })
const changed = await cases.getCase({ domain: project, case_id: id })
console.log(read.properties, 'became', changed.properties)

// Go through a list, page by page.
const roles = new RolesApi(configuration)
let after: string | undefined
do {
  const page = await roles.listRoles({ project, after, limit: 2 })
  for (const role of page.items) console.log(role.name)
  after = page.next
} while (after !== undefined)
// docs: to here
