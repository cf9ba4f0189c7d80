// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.questions.Namespaces.COMMCARE;
import static org.baraza.apps.questions.Namespaces.OPENROSA;

import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/** Who filled a form, when, and with what: the block that every submission ends with (generated build, section 9.3). */
final class FormMeta {
    private static final String CONTEXT = "instance('commcaresession')/session/context";

    private final FormEdit edit;

    FormMeta(FormEdit edit) {
        this.edit = edit;
    }

    void add(boolean withLocation) {
        EditableElement meta = EditableElement.of("orx", "meta", OPENROSA).declare("cc", COMMCARE);
        for (String name : new String[] {"deviceID", "timeStart", "timeEnd", "username", "userID", "instanceID"}) {
            meta.add(EditableElement.of("orx", name, OPENROSA));
        }
        meta.add(EditableElement.of("cc", "appVersion", COMMCARE));
        meta.add(EditableElement.of("orx", "drift", OPENROSA));
        edit.bind(path("timeStart")).set("type", "xsd:dateTime");
        edit.bind(path("timeEnd")).set("type", "xsd:dateTime");
        edit.firstValue(path("deviceID"), CONTEXT + "/deviceid");
        edit.firstValue(path("timeStart"), "now()");
        edit.setvalue(path("timeEnd"), "now()", FormEdit.REVALIDATE);
        edit.firstValue(path("username"), CONTEXT + "/username");
        edit.firstValue(path("userID"), CONTEXT + "/userid");
        edit.firstValue(path("instanceID"), "uuid()");
        edit.firstValue(path("appVersion"), CONTEXT + "/appversion");
        edit.setvalue(
                path("drift"), "if(count(" + CONTEXT + "/drift) = 1, " + CONTEXT + "/drift, '')", FormEdit.REVALIDATE);
        if (withLocation) {
            meta.add(EditableElement.of("cc", "location", COMMCARE));
            edit.bind(path("location")).set("type", "geopoint");
            edit.form()
                    .model()
                    .add(EditableElement.of("orx", "pollsensor", OPENROSA)
                            .set("event", FormEdit.READY)
                            .set("ref", path("location")));
        } else if (asksForPlace()) {
            // Without a node to fill it only wakes the receiver, so that the question finds a place sooner.
            edit.form()
                    .model()
                    .add(EditableElement.of("orx", "pollsensor", OPENROSA).set("event", FormEdit.READY));
        }
        edit.form().data().add(meta);
    }

    private boolean asksForPlace() {
        return edit.form().binds().stream()
                .anyMatch(bind ->
                        bind.attribute("type").filter("geopoint"::equals).isPresent());
    }

    private String path(String name) {
        return edit.path("meta/" + name);
    }

    /** Sources of older builders have a block of their own; it goes before anything is changed. */
    static void dropOlder(XForm form) {
        form.data().elements("meta").forEach(form.data()::remove);
        String meta = form.dataPath() + "/meta/";
        for (EditableElement part : form.model().elements()) {
            boolean isOfMeta = part.attribute("nodeset")
                    .or(() -> part.attribute("ref"))
                    .filter(path -> path.startsWith(meta))
                    .isPresent();
            if (isOfMeta) {
                form.model().remove(part);
            }
        }
    }
}
