// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.install;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The source of an app of surveys, as large as wanted. */
final class BigApp {
    private BigApp() {}

    static ObjectNode of(int forms, int questionsEach) {
        ObjectNode app = JsonMapper.shared().createObjectNode().put("doc_type", "Application");
        app.putArray("langs").add("en");
        ObjectNode sources = app.putObject("_attachments");
        ObjectNode menu =
                app.putArray("modules").addObject().put("unique_id", "menu").put("case_type", "");
        menu.put("doc_type", "Module").putObject("name").put("en", "Surveys");
        ArrayNode list = menu.putArray("forms");
        for (int number = 0; number < forms; number++) {
            String id = "survey" + number;
            ObjectNode form = list.addObject()
                    .put("doc_type", "Form")
                    .put("unique_id", id)
                    .put("xmlns", "urn:" + id);
            form.putObject("name").put("en", "Survey " + number);
            sources.put(id + ".xml", source(id, questionsEach));
        }
        return app;
    }

    private static String source(String id, int questions) {
        StringBuilder data = new StringBuilder();
        StringBuilder binds = new StringBuilder();
        StringBuilder texts = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < questions; number++) {
            String name = "q" + number;
            data.append('<').append(name).append("/>");
            binds.append("<bind nodeset=\"/data/").append(name).append("\" type=\"xsd:int\"");
            binds.append(number == 0 ? "/>" : " relevant=\"/data/q" + (number - 1) + " &gt; 0\"/>");
            texts.append("<text id=\"").append(name).append("-label\"><value>Question ");
            texts.append(number).append("</value></text>");
            body.append("<input ref=\"/data/").append(name).append("\"><label ref=\"jr:itext('");
            body.append(name).append("-label')\"/></input>");
        }
        return """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
                  xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><h:head>
                <h:title>%s</h:title><model><instance><data xmlns="urn:%s" name="%s">%s</data></instance>%s
                <itext><translation lang="en" default="">%s</translation></itext></model></h:head>
                <h:body>%s</h:body></h:html>""".formatted(id, id, id, data, binds, texts, body);
    }
}
