// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'

type AppFile = { _attachments: Record<string, string> }

const files = ['01-chw', '02-household', '03-survey']

export const appFile = (name: string) =>
  JSON.parse(readFileSync(`src/features/apps/testing/${name}.json`, 'utf8')) as AppFile

/** Every form of the applications that tests share. */
export const sources: [name: string, source: string][] = files.flatMap((file) =>
  Object.entries(appFile(file)['_attachments']).map(([name, source]): [string, string] => [
    name.replace('.xml', ''),
    source,
  ]),
)

export const sourceOf = (name: string) => sources.find(([each]) => each === name)?.[1] ?? ''

/** A form with every part that no questions of the shared applications have. */
export const oddForm = `<?xml version="1.0"?>
<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:vellum="http://commcarehq.org/xforms/vellum"
  xmlns:orx="http://openrosa.org/jr/xforms" xmlns:x="http://example.org/x">
  <h:head>
    <h:title>Odd &amp; rare</h:title>
    <vellum:hashtagTransforms>{"prefixes":{"#case/":"instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/case_id_visit]/"}}</vellum:hashtagTransforms>
    <x:note>keep me</x:note>
    <model>
      <instance><data xmlns="http://example.org/odd" uiVersion="1" version="3" name="Odd">
        <who vellum:comment="As on the card"/>
        <weight/>
        <visits ids="" count="" current_index="" vellum:role="Repeat"><item id="" index="" jr:template=""><done/><note x:colour="red"/></item></visits>
        <save vellum:role="SaveToCase" vellum:case_type="visit"><case xmlns="http://commcarehq.org/case/transaction/v2" case_id="" date_modified="" user_id=""><update><weight/></update></case></save>
        <orx:meta><orx:deviceID/></orx:meta>
      </data></instance>
      <instance id="casedb" src="jr://instance/casedb"/>
      <instance id="commcaresession" src="jr://instance/session"/>
      <instance id="own"><list><row a="1"/></list></instance>
      <bind nodeset="/data/who" type="xsd:string" jr:preload="property" jr:preloadParams="x"/>
      <bind vellum:nodeset="#form/weight" nodeset="/data/weight" type="xsd:integer" relevant="/data/who != '' and instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/case_id_visit]/age &gt; 4" vellum:relevant="#form/who != '' and #case/age &gt; 4"/>
      <bind nodeset="/data/visits/@current_index" calculate="count(/data/visits/item)"/>
      <bind nodeset="/data/visits/item/note" relevant="../done = 'yes'"/>
      <bind nodeset="/data/save/case/update/weight" calculate="/data/weight" relevant="count(/data/weight) &gt; 0"/>
      <bind nodeset="/data/save/case/@case_id" calculate="instance('commcaresession')/session/data/case_id"/>
      <itext>
        <translation lang="fr"><text id="own-id"><value>Qui ?</value></text></translation>
        <translation lang="en" default=""><text id="own-id"><value>Who?</value><value form="audio">jr://file/commcare/audio/who.mp3</value></text><text id="spare"><value>Spare</value></text>
          <text id="weight-label"><value>Weight of <output value="/data/who" vellum:value="#form/who"/> in kg</value></text></translation>
      </itext>
      <setvalue event="xforms-ready" ref="/data/visits/@ids" value="join(' ', instance('casedb')/casedb/case[@case_type = 'visit']/@case_id)"/>
      <setvalue event="xforms-ready" ref="/data/visits/@count" value="count-selected(/data/visits/@ids)"/>
      <setvalue event="jr-insert" ref="/data/visits/item/@index" value="int(/data/visits/@current_index)"/>
      <setvalue event="jr-insert" ref="/data/visits/item/@id" value="selected-at(/data/visits/@ids, ../@index)"/>
      <setvalue event="xforms-revalidate" ref="/data/weight" value="1"/>
      <submission x:colour="blue"/>
    </model>
  </h:head>
  <h:body>
    <input ref="/data/who" appearance="multiline" x:colour="green"><label ref="jr:itext('own-id')"/><x:badge/></input>
    <input ref="/data/weight"><label ref="jr:itext('weight-label')"/></input>
    <group ref="/data/visits"><label>Visits</label><repeat nodeset="/data/visits/item" jr:count="/data/visits/@count" jr:noAddRemove="true()">
      <select1 ref="/data/visits/item/done"><label>Done?</label><item><label>Yes</label><value>yes</value></item></select1>
      <input ref="/data/visits/item/note"/>
    </repeat></group>
  </h:body>
</h:html>`
