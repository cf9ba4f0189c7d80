// SPDX-License-Identifier: Apache-2.0
// A believable programme: community health workers in Kisumu who follow households, mothers and children.

let seed = 20_261
function random() {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const pick = (list) => list[Math.floor(random() * list.length)]
const hex = (length) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
export const iso = (millis) => new Date(millis).toISOString().replace('Z', '000Z')

const day = 86_400_000
const now = Date.now()

const people = [
  ['amina', 'Amina', 'Otieno'],
  ['barasa', 'Wycliffe', 'Barasa'],
  ['chebet', 'Mercy', 'Chebet'],
  ['dorcas', 'Dorcas', 'Akinyi'],
  ['fatuma', 'Fatuma', 'Hassan'],
  ['grace', 'Grace', 'Wanjiru'],
  ['hamisi', 'Hamisi', 'Juma'],
  ['ivy', 'Ivy', 'Nekesa'],
  ['joseph', 'Joseph', 'Mwangi'],
  ['khadija', 'Khadija', 'Said'],
  ['lilian', 'Lilian', 'Atieno'],
  ['musa', 'Musa', 'Kiptoo'],
]

export const workers = people.map(([username, firstName, lastName], index) => ({
  __typename: 'MobileWorker',
  id: `MobileWorker:${username}`,
  userId: hex(32),
  username,
  firstName,
  lastName,
  displayName: `${firstName} ${lastName}`,
  active: username !== 'musa',
  createdAt: iso(now - (420 - index * 21) * day),
  userData: { ward: pick(['Kolwa East', 'Manyatta B', 'Nyalenda A']), phone_model: 'Tecno Pop 8' },
}))

const women = ['Achieng', 'Wambui', 'Nafula', 'Zawadi', 'Halima', 'Naliaka', 'Rehema', 'Moraa']
const children = ['Baraka', 'Imani', 'Juma', 'Neema', 'Otis', 'Pendo', 'Salim', 'Tatu']
const families = ['Odhiambo', 'Kamau', 'Wekesa', 'Mutua', 'Ochieng', 'Mohamed', 'Simiyu', 'Njoroge']

export const formKinds = {
  household: { xmlns: 'urn:afya:register-household', name: 'Register household' },
  mother: { xmlns: 'urn:afya:register-mother', name: 'Register mother' },
  visit: { xmlns: 'urn:afya:antenatal-visit', name: 'Antenatal visit' },
  child: { xmlns: 'urn:afya:child-growth', name: 'Child growth monitoring' },
}

export const cases = []
export const forms = []

export function addForm(kind, worker, at, answers, caseId, options = {}) {
  const form = {
    __typename: 'Form',
    formId: options.formId ?? uuid(),
    ...formKinds[kind],
    worker,
    at,
    answers,
    caseIds: [caseId],
    state: options.state ?? 'NORMAL',
    problem: options.problem ?? null,
    xml: options.xml ?? null,
    events: [],
  }
  form.id = `Form:${form.formId}`
  forms.push(form)
  return form
}

export function addCase(type, name, worker, form, properties, parent) {
  const found = {
    __typename: 'Case',
    caseId: uuid(),
    type,
    name,
    worker,
    openedAt: form.at,
    parent,
    closed: false,
    steps: [],
  }
  found.id = `Case:${found.caseId}`
  form.caseIds = [found.caseId]
  found.steps.push({
    form,
    kinds: parent ? ['CREATE', 'UPDATE', 'INDEX'] : ['CREATE', 'UPDATE'],
    set: properties,
  })
  cases.push(found)
  return found
}

export function addStep(found, form, set, kinds = ['UPDATE']) {
  form.caseIds = [found.caseId]
  found.steps.push({ form, kinds, set })
}

function family(index) {
  const worker = workers[index % 11]
  const at = now - (70 - (index % 60)) * day - Math.floor(random() * 8 * 3_600_000)
  const surname = pick(families)
  const village = pick(['Nyamasaria', 'Angola', 'Kibos', 'Kanyakwar'])
  const house = {
    village,
    members: String(2 + Math.floor(random() * 7)),
    water_source: pick(['borehole', 'piped', 'river']),
    latrine: pick(['yes', 'no']),
  }
  const household = addCase(
    'household',
    `${surname} household`,
    worker,
    addForm('household', worker, at, { household: { head_of_household: surname, ...house } }),
    house,
  )
  const mother = {
    date_of_birth: `${1985 + Math.floor(random() * 20)}-0${1 + Math.floor(random() * 9)}-14`,
    edd: new Date(at + 160 * day).toISOString().slice(0, 10),
    phone: `+254 7${hex(1) === 'a' ? '22' : '12'} ${Math.floor(100_000 + random() * 899_999)}`,
    gravida: String(1 + Math.floor(random() * 5)),
    risk: pick(['low', 'low', 'low', 'high']),
    village,
  }
  const name = `${pick(women)} ${surname}`
  const pregnant = addCase(
    'mother',
    name,
    worker,
    addForm('mother', worker, at + 900_000, {
      identity: { full_name: name, date_of_birth: mother.date_of_birth, phone: mother.phone },
      pregnancy: { edd: mother.edd, gravida: mother.gravida, risk: mother.risk },
    }),
    mother,
    household,
  )
  for (let visit = 1; visit <= 1 + (index % 3); visit++) {
    const when = Math.min(at + visit * 14 * day, now - index * 240_000)
    const weight = String(54 + visit * 2 + (index % 7))
    const set = {
      last_visit: new Date(when).toISOString().slice(0, 10),
      weight_kg: weight,
      bp: `${108 + visit * 3}/${70 + visit}`,
      visits: String(visit),
      next_visit: new Date(when + 28 * day).toISOString().slice(0, 10),
    }
    const form = addForm(
      'visit',
      worker,
      when,
      {
        visit: {
          visit_date: set.last_visit,
          vitals: { weight_kg: weight, blood_pressure: set.bp, temperature: '36.7' },
          danger_signs: { any: 'no', which: '' },
          counselling: 'iron_folate nutrition bed_net',
        },
        next_visit: set.next_visit,
      },
      pregnant.caseId,
    )
    addStep(pregnant, form, set)
  }
  if (index % 3 === 0) {
    const when = Math.min(at + 20 * day, now - index * 360_000)
    const child = `${pick(children)} ${surname}`
    addCase(
      'child',
      child,
      worker,
      addForm('child', worker, when, {
        child: { name: child, sex: pick(['girl', 'boy']) },
        growth: { weight_kg: '6.4', muac_cm: '13.2' },
      }),
      { weight_kg: '6.4', muac_cm: '13.2', vaccines: 'bcg opv0' },
      pregnant,
    )
  }
}

for (let index = 0; index < 64; index++) family(index)
for (let index = 0; index < 26; index++) {
  const mother = cases.filter(({ type }) => type === 'mother')[index]
  const worker = workers[index % 9]
  const weight = String(57 + (index % 6))
  const form = addForm(
    'visit',
    worker,
    now - index * 1_020_000 - 300_000,
    {
      visit: {
        visit_date: new Date(now).toISOString().slice(0, 10),
        vitals: { weight_kg: weight, blood_pressure: '112/74', temperature: '36.6' },
      },
    },
    mother.caseId,
  )
  addStep(mother, form, { weight_kg: weight, bp: '112/74' })
}
cases.find(({ type }) => type === 'child').closed = true
addForm('visit', workers[2], now - 5_000_000, {}, '', {
  state: 'ERROR',
  problem: 'The case block has no case_id.',
})
forms.at(-1).caseIds = []
forms.sort((a, b) => a.at - b.at)
for (const each of cases) each.steps.sort((a, b) => a.form.at - b.form.at)

const programmes = [
  'Afya Bora Kisumu',
  'Chanjo Mwanza',
  'Lishe Turkana',
  'Maji Safi Dodoma',
  'Mama na Mtoto',
  'Malaria Kilifi',
  'TB Care Nairobi',
  'Uzazi Salama',
]
const projectOf = (name, displayName) => ({
  __typename: 'Project',
  id: `Project:${name}`,
  name,
  displayName,
  timeZone: 'Africa/Nairobi',
  createdAt: iso(now - 500 * day),
  myRole: 'Admin',
  myPermissions: ['edit_data', 'view_reports', 'view_commcare_users', 'edit_commcare_users'],
})
export const projects = [
  projectOf('demo', 'Afya Nyumbani'),
  ...Array.from({ length: 120 }, (_, index) => {
    const round = Math.floor(index / programmes.length)
    const title = `${programmes[index % programmes.length]}${round ? ` ${2012 + round}` : ''}`
    return projectOf(title.toLowerCase().replaceAll(' ', '-'), title)
  }),
]
export { projectOf }
