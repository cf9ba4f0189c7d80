// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.List;
import java.util.Locale;
import org.baraza.world.WorldFile.Application;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes applications: working copies without versions. */
final class Applications {
    private final Sql sql;
    private final ProjectRow project;

    Applications(Sql sql, ProjectRow project) {
        this.sql = sql;
        this.project = project;
    }

    void write(List<Application> applications) {
        applications.stream()
                .filter(application -> application.domain().equals(project.name()))
                .forEach(this::write);
    }

    private void write(Application application) {
        sql.run(
                """
                insert into apps.app (project_id, app_id, name, name_key, version, document, created_at, modified_at, modified_by)
                values (?, ?, ?, ?, ?, ?, now(), now(), '')""",
                project.id(),
                application.id(),
                application.name(),
                application.name().toLowerCase(Locale.ROOT),
                application.version(),
                document(application).toString());
    }

    private static ObjectNode document(Application application) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("_id", application.id());
        document.put("doc_type", "Application");
        document.put("domain", application.domain());
        document.put("name", application.name());
        document.put("version", application.version());
        document.putArray("langs").add("en");
        application.modules().forEach(document.putArray("modules")::add);
        return document;
    }
}
