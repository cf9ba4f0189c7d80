// SPDX-License-Identifier: Apache-2.0
const numbers = (count, from = 0) => Array.from({ length: count }, (_, index) => index + from)
const groups = numbers(50)
const questionsOf = (group) => numbers(9, group * 10 + 1)

const each = (draw) =>
  groups.flatMap((group) => questionsOf(group).map((number) => draw(group, number))).join('')

/** The source of a form with 500 questions: 50 groups of 9, each shown once the first is answered. */
export const bigForm = () => `<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Many questions</h:title><model><instance>
<data xmlns="http://openrosa.org/formdesigner/many-questions" uiVersion="1" version="1" name="Many questions">
${groups
  .map(
    (group) =>
      `<g${group}>${questionsOf(group)
        .map((number) => `<q${number}/>`)
        .join('')}</g${group}>`,
  )
  .join('')}
</data></instance>
${each((group, number) => `<bind nodeset="/data/g${group}/q${number}" type="xsd:string" ${number > 1 ? `relevant="/data/g0/q1 != ''"` : ''}/>`)}
<itext><translation lang="en" default="">
${groups.map((group) => `<text id="g${group}-label"><value>Part ${group}</value></text>`).join('')}
${each((group, number) => `<text id="g${group}/q${number}-label"><value>Question ${number}</value></text>`)}
</translation></itext></model></h:head><h:body>
${groups
  .map(
    (group) =>
      `<group ref="/data/g${group}"><label ref="jr:itext('g${group}-label')"/>${questionsOf(group)
        .map(
          (number) =>
            `<input ref="/data/g${group}/q${number}"><label ref="jr:itext('g${group}/q${number}-label')"/></input>`,
        )
        .join('')}</group>`,
  )
  .join('')}
</h:body></h:html>`
