// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { settings } from './browser.mjs'
import { ask, change } from './graphql.mjs'

/** A group, user data, phones with their logs, and settings for the pictures; made once on each server. */
export async function team() {
  const found = await find()
  if (found.groups.nodes.length > 0) return idsOf(found)
  const amina = await userIdOf('amina')
  await change('createGroup', {
    name: 'Kisima ward',
    caseSharing: true,
    metadata: { supervisor: 'Grace Wanjiru' },
    userIds: [amina],
  })
  await change('setUserDataFields', {
    fields: [
      { slug: 'national_id', label: 'National ID', required: true, regex: '[0-9]{8}' },
      { slug: 'cadre', label: 'Cadre', choices: ['Community health worker', 'Supervisor'] },
    ],
  })
  await change('createUserDataProfile', {
    name: 'Supervisors',
    fields: { cadre: 'Supervisor' },
  })
  await change('updateCaseSearchSettings', {
    enabled: true,
    fuzzyProperties: [{ caseType: 'mother', property: 'name' }],
    ignorePatterns: [{ caseType: 'mother', property: 'phone', pattern: '[- ]' }],
  })
  await change('setAppUpdatePrompts', {
    appId: 'antenatal-care',
    appPrompt: 'ON',
    commcarePrompt: 'FORCED',
    commcareVersion: '2.56',
  })
  await change('addRecoveryMeasure', {
    appId: 'antenatal-care',
    kind: 'APP_UPDATE',
    appVersionMin: 1,
    appVersionMax: 41,
    note: 'The menu of version 41 does not open.',
  })
  await phones(amina)
  return idsOf(await find())
}

async function find() {
  const { project } = await ask(`{ project(name: "demo") {
    groups(search: "Kisima") { nodes { groupId } }
    userDataProfiles { profileId }
  } }`)
  return project
}

function idsOf({ groups, userDataProfiles }) {
  return { groupId: groups.nodes[0].groupId, profileId: userDataProfiles[0].profileId }
}

async function userIdOf(username) {
  const { project } = await ask(`{ project(name: "demo") {
    mobileWorkers(search: "${username}") { nodes { userId } }
  } }`)
  return project.mobileWorkers.nodes[0].userId
}

const log = (type, message) =>
  `<log date="${new Date().toISOString()}"><type>${type}</type><msg>${message}</msg></log>`

/** A heartbeat of a phone that cannot send a form, and the log of one that broke. */
async function phones(userId) {
  const beat = new URLSearchParams({
    app_id: 'antenatal-care',
    device_id: 'pixel-7-0f3a91c2',
    app_version: '41',
    cc_version: '2.53.1',
    num_unsent_forms: '3',
    num_quarantined_forms: '1',
  })
  await sent(`phone/heartbeat/build-41/?${beat}`, {})
  const body = `<device_report xmlns="http://code.javarosa.org/devicereport">
    <device_id>pixel-7-0f3a91c2</device_id><app_version>CommCare Android, version 2.53.1</app_version>
    <log_subreport>${log('user', `login|amina|${userId}`)}${log('form-entry', 'Entered form: Antenatal visit')}
    ${log('error-workflow', 'XPath evaluation failed: the reference could not be resolved')}</log_subreport>
    <force_close_subreport><force_close date="${new Date().toISOString()}"><type>forceclose</type>
      <msg>java.lang.NullPointerException: no session
  at org.commcare.activities.MenuActivity.onCreate(MenuActivity.java:88)</msg>
      <app_build>41</app_build><android_version>14</android_version><device_model>Pixel 7</device_model>
    </force_close></force_close_subreport></device_report>`
  await sent('receiver/', { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body })
}

async function sent(path, { headers, ...request }) {
  const who = `amina@demo.commcarehq.org:${settings.demoPassword}`
  const response = await fetch(`${settings.url}/a/demo/${path}`, {
    ...request,
    headers: { ...headers, Authorization: `Basic ${btoa(who)}`, 'X-OpenRosa-Version': '3.0' },
  })
  assert.ok(response.ok, `${response.status} ${await response.text()}`)
}
