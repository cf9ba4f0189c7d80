// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.baraza.apps.editing.AppChange.FormKind;
import org.baraza.xml.XmlWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms as they begin. */
final class NewForms {
    private static final String NAME = "name";

    private NewForms() {}

    static ObjectNode form(String id, String name, String language, String xmlns, FormKind kind) {
        ObjectNode form = named("Form", id, name, language, xmlns);
        form.put("requires", kind == FormKind.FOLLOWUP ? "case" : "none");
        ObjectNode actions = form.putObject("actions");
        if (kind == FormKind.REGISTRATION) {
            ObjectNode open = actions.putObject("open_case");
            open.putObject("condition").put("type", "always");
            nameUpdate(open);
        }
        return form;
    }

    /** A form of an advanced menu: what it does with its case stands in lists that can have more of them. */
    static ObjectNode advanced(String id, String name, String language, String xmlns, FormKind kind, String caseType) {
        ObjectNode form = named("AdvancedForm", id, name, language, xmlns);
        ObjectNode actions = form.putObject("actions");
        ArrayNode loads = actions.putArray("load_update_cases");
        ArrayNode opens = actions.putArray("open_cases");
        if (kind == FormKind.FOLLOWUP) {
            ObjectNode load = loads.addObject().put("case_type", caseType).put("case_tag", "load_" + caseType + "_0");
            load.putObject("case_properties");
            load.putObject("preload");
            load.putObject("close_condition").put("type", "never");
        }
        if (kind == FormKind.REGISTRATION) {
            ObjectNode open = opens.addObject().put("case_type", caseType).put("case_tag", "open_" + caseType + "_0");
            nameUpdate(open);
            open.putObject("case_properties");
            open.putObject("open_condition").put("type", "always");
            open.putObject("close_condition").put("type", "never");
            open.putArray("case_indices");
        }
        return form;
    }

    private static ObjectNode named(String type, String id, String name, String language, String xmlns) {
        ObjectNode form = JsonMapper.shared().createObjectNode();
        form.put("doc_type", type).put("unique_id", id);
        form.putObject("name").put(language, name);
        return form.put("xmlns", xmlns).put("post_form_workflow", "default");
    }

    private static void nameUpdate(ObjectNode open) {
        open.putObject("name_update").put("question_path", "/data/" + NAME).put("update_mode", "always");
    }

    /** The XForm of a new form: a registration asks for the name of what it registers, all others for nothing yet. */
    static String source(String title, String language, String xmlns, FormKind kind) {
        byte[] source = XmlWriter.bytes(out -> {
            out.start("h:html")
                    .attribute("xmlns:h", "http://www.w3.org/1999/xhtml")
                    .attribute("xmlns:orx", "http://openrosa.org/jr/xforms")
                    .attribute("xmlns", "http://www.w3.org/2002/xforms")
                    .attribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
                    .attribute("xmlns:jr", "http://openrosa.org/javarosa")
                    .attribute("xmlns:vellum", "http://commcarehq.org/xforms/vellum");
            out.start("h:head").element("h:title", title).start("model");
            boolean asks = kind == FormKind.REGISTRATION;
            data(out, title, xmlns, asks);
            if (asks) {
                out.start("bind")
                        .attribute("nodeset", "/data/" + NAME)
                        .attribute("type", "xsd:string")
                        .attribute("required", "true()")
                        .end();
            }
            texts(out, language, asks);
            out.end().end();
            out.start("h:body");
            if (asks) {
                out.start("input")
                        .attribute("ref", "/data/" + NAME)
                        .start("label")
                        .attribute("ref", "jr:itext('" + NAME + "-label')")
                        .end()
                        .end();
            }
            out.end().end();
        });
        return new String(source, StandardCharsets.UTF_8);
    }

    private static void data(XmlWriter out, String title, String xmlns, boolean asks) throws IOException {
        out.start("instance")
                .start("data")
                .attribute("xmlns:jrm", "http://dev.commcarehq.org/jr/xforms")
                .attribute("xmlns", xmlns)
                .attribute("uiVersion", "1")
                .attribute("version", "1")
                .attribute("name", title);
        if (asks) {
            out.start(NAME).end();
        }
        out.end().end();
    }

    private static void texts(XmlWriter out, String language, boolean asks) throws IOException {
        out.start("itext").start("translation").attribute("lang", language).attribute("default", "");
        if (asks) {
            out.start("text")
                    .attribute("id", NAME + "-label")
                    .element("value", "Name")
                    .end();
        }
        out.end().end();
    }
}
