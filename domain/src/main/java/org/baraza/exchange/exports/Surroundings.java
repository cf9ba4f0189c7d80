// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.ZoneId;

/**
 * What an export needs to know of its project.
 *
 * @param site where the server is reached, without a slash at the end; empty where it is not known, so that links are paths
 */
record Surroundings(String project, ZoneId zone, String site, Veil veil) {

    /** What addresses of this server begin with; empty where it is not known. */
    String linkStart() {
        return site.isEmpty() ? "" : site + "/";
    }

    String formLink(String formId) {
        return site + "/app/p/" + project + "/forms/" + formId;
    }

    String caseLink(String caseId) {
        return site + "/app/p/" + project + "/cases/" + caseId;
    }

    String fileLink(String formId, String name) {
        return site + "/a/" + project + "/api/form/attachment/" + formId + "/" + name;
    }
}
