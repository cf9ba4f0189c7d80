// SPDX-License-Identifier: Apache-2.0
import { ask, change } from './graphql.mjs'

/** Levels, locations, workers and a lookup table for the pictures; made once on each server. */
export async function organisation() {
  const { project } = await ask(`{ project(name: "demo") {
    locations(filter: { siteCode: "nyanza" }) { nodes { locationId } }
    lookupTable(tag: "clinics") { rows(first: 1) { nodes { rowId } } }
  } }`)
  const [known] = project.locations.nodes
  const nyanza = known?.locationId ?? (await makeTree())
  const rowId = project.lookupTable?.rows.nodes[0]?.rowId ?? (await makeTable(nyanza))
  return { nyanza, rowId, ahero: await findLocation('ahero'), osodo: await findLocation('osodo') }
}

async function findLocation(siteCode) {
  const { project } = await ask(
    `query Find($siteCode: String!) { project(name: "demo") {
      locations(filter: { siteCode: $siteCode, archived: null }) { nodes { locationId } }
    } }`,
    { siteCode },
  )
  return project.locations.nodes[0].locationId
}

async function place(name, typeCode, parentId, more = {}) {
  const input = { name, typeCode, parentId, ...more }
  const { location } = await change('createLocation', input, 'location { locationId }')
  return location.locationId
}

async function makeTree() {
  await change('createLocationType', {
    name: 'County',
    code: 'county',
    sharesCases: true,
    viewDescendants: true,
  })
  await change('createLocationType', {
    name: 'Ward',
    code: 'ward',
    parentCode: 'county',
    sharesCases: true,
  })
  await change('createLocationType', {
    name: 'Village',
    code: 'village',
    parentCode: 'ward',
    sharesCases: true,
  })
  const nyanza = await place('Nyanza', 'county', null)
  const siaya = await place('Siaya', 'county', null)
  const ahero = await place('Ahero', 'ward', nyanza, {
    externalId: 'KE-42-017',
    latitude: '-0.1738',
    longitude: '34.9214',
    metadata: { chief: 'Wycliffe Otieno', households: '212' },
  })
  for (const name of ['Kakola', 'Kochogo', 'Onjiko', 'Tura']) await place(name, 'village', ahero)
  await place('Awasi', 'ward', nyanza)
  await place('Ugunja', 'ward', siaya)
  const osodo = await place('Osodo', 'ward', siaya)
  await change('archiveLocation', { locationId: osodo })
  for (const [username, firstName, lastName] of [
    ['achieng', 'Achieng', 'Odhiambo'],
    ['baraka', 'Baraka', 'Were'],
  ]) {
    const { mobileWorker } = await change(
      'createMobileWorker',
      { username, firstName, lastName, password: 'Sauti ya mbali 7!' },
      'mobileWorker { userId }',
    )
    const locationIds = [ahero, nyanza]
    await change('setWorkerLocations', { userId: mobileWorker.userId, locationIds })
  }
  return nyanza
}

async function makeTable(locationId) {
  const { lookupTable } = await change(
    'createLookupTable',
    {
      tag: 'clinics',
      description: 'Where workers can refer to',
      fields: [
        { name: 'code', indexed: true },
        { name: 'name', properties: ['lang'] },
        { name: 'phone' },
      ],
      itemAttributes: ['status'],
    },
    'lookupTable { tableId }',
  )
  const rows = []
  for (const [code, english, french] of [
    ['c1', 'Ahero health centre', 'Centre de santé d’Ahero'],
    ['c2', 'Siaya county hospital', 'Hôpital de Siaya'],
  ]) {
    const { lookupRow } = await change(
      'createLookupRow',
      {
        tableId: lookupTable.tableId,
        fields: [
          { name: 'code', values: [{ value: code }] },
          {
            name: 'name',
            values: [
              { value: english, properties: { lang: 'en' } },
              { value: french, properties: { lang: 'fr' } },
            ],
          },
          { name: 'phone', values: [{ value: '+254 700 000 000' }] },
        ],
        owners: [{ kind: 'LOCATION', id: locationId }],
      },
      'lookupRow { rowId }',
    )
    rows.push(lookupRow.rowId)
  }
  return rows[0]
}
