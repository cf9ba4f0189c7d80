// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ShadowModule;
import org.baraza.xml.EditableElement;

/** The deep links of an app: places that can be opened from outside, given the cases they need (section 8.9). */
final class Endpoints {
    private final Menus menus;
    private final Sessions sessions;
    private final Ways ways;
    private final SearchRequests requests;

    Endpoints(Menus menus, Sessions sessions, Ways ways, SearchRequests requests) {
        this.menus = menus;
        this.sessions = sessions;
        this.ways = ways;
        this.requests = requests;
    }

    /** The deep links, and the claims that they refer to. */
    record Linked(List<EditableElement> claims, List<EditableElement> endpoints) {}

    Linked all() throws CannotBuild {
        Linked linked = new Linked(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < menus.count(); i++) {
            MenuSettings menu = menus.module(i).menu();
            if (menu.endpointId().isPresent()) {
                add(linked, i, menu.endpointId().get(), ways.toMenu(i), true);
            }
            if (menu.caseListEndpointId().isPresent()) {
                Way list = ways.toMenu(i)
                        .then(new Way.Command(Ids.caseListCommand(i)))
                        .then(sessions.ofCaseList(i).datums());
                add(linked, i, menu.caseListEndpointId().get(), list.before(), true);
            }
            for (ShownForm form : menus.forms(i)) {
                Optional<String> id = endpointId(form);
                if (id.isPresent()) {
                    add(
                            linked,
                            i,
                            id.get(),
                            ways.toForm(form),
                            form.form().settings().respectRelevancy());
                }
            }
        }
        return linked;
    }

    private static Optional<String> endpointId(ShownForm form) {
        return form.menu() instanceof ShadowModule shadow
                ? Optional.ofNullable(shadow.endpointsOfForms().get(form.form().uniqueId()))
                        .filter(id -> !id.isBlank())
                : form.form().settings().endpointId();
    }

    private void add(Linked linked, int module, String id, Way way, boolean respectRelevancy) throws CannotBuild {
        EditableElement endpoint = tag("endpoint").set("id", id);
        if (!respectRelevancy) {
            endpoint.set("respect-relevancy", "false");
        }
        EditableElement stack = tag("stack");
        Map<String, String> values = new LinkedHashMap<>();
        boolean claims = menus.module(module).menu().search().active();
        for (Datum datum : way.datums()) {
            if (!datum.isSelection()) {
                values.put(datum.id(), datum.expression());
                continue;
            }
            endpoint.add(tag("argument").set("id", datum.id()));
            values.put(datum.id(), "$" + datum.id());
            if (claims && datum.kind() == Datum.Kind.SELECT) {
                linked.claims().add(requests.claimOf(id, datum.id()));
                stack.add(tag("push")
                        .add(tag("datum").set("id", datum.id()).set("value", "$" + datum.id()))
                        .add(tag("command").set("value", "'claim_command." + id + "." + datum.id() + "'")));
            }
        }
        EditableElement push = tag("push");
        push.add(Frames.create(Optional.empty(), way, values).elements());
        linked.endpoints().add(endpoint.add(stack.add(push)));
    }
}
