// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

/** An app as large as wanted, with logic between its questions and two languages. */
public final class LargeApp {
    private LargeApp() {}

    public static TestApps of(int menus, int formsPerMenu, int questionsPerForm) {
        TestApps app = new TestApps().set("{'langs': ['en', 'sw']}");
        for (int i = 0; i < menus; i++) {
            TestApps.Menu menu = app.menu("menu" + i, "type" + i, "{}");
            for (int j = 0; j < formsPerMenu; j++) {
                String id = "form" + i + "x" + j;
                menu.form(id, j == 0 ? TestApps.registers() : TestApps.followsUp(), source(id, questionsPerForm));
            }
        }
        return app;
    }

    private static String source(String id, int questions) {
        StringBuilder data = new StringBuilder("<name/>");
        StringBuilder binds = new StringBuilder("<bind nodeset=\"/data/name\" type=\"xsd:string\"/>");
        StringBuilder body = new StringBuilder();
        StringBuilder en = new StringBuilder();
        StringBuilder sw = new StringBuilder();
        control(body, en, sw, "name");
        for (int i = 1; i < questions; i++) {
            String name = "q" + i;
            data.append('<').append(name).append("/>");
            binds.append("<bind nodeset=\"/data/").append(name).append("\" type=\"xsd:int\" constraint=\". &gt;= 0\"");
            if (i > 1) {
                binds.append(" relevant=\"/data/q").append(i - 1).append(" &gt; 0 or selected(/data/name, 'x')\"");
            }
            binds.append("/>");
            control(body, en, sw, name);
        }
        return """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
                  xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><h:head>
                <h:title>%s</h:title><model><instance><data xmlns="urn:%s" name="%s">%s</data></instance>%s
                <itext><translation lang="en" default="">%s</translation><translation lang="sw">%s</translation></itext>
                </model></h:head><h:body>%s</h:body></h:html>
                """.formatted(id, id, id, data, binds, en, sw, body);
    }

    private static void control(StringBuilder body, StringBuilder en, StringBuilder sw, String name) {
        body.append("<input ref=\"/data/%s\"><label ref=\"jr:itext('%s-label')\"/></input>".formatted(name, name));
        en.append("<text id=\"%s-label\"><value>Question %s</value></text>".formatted(name, name));
        sw.append("<text id=\"%s-label\"><value>Swali %s</value></text>".formatted(name, name));
    }
}
