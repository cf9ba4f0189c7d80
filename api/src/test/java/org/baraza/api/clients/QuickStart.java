// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.clients;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.client.ApiClient;
import org.baraza.client.ApiException;
import org.baraza.client.api.CasesApi;
import org.baraza.client.api.RolesApi;
import org.baraza.client.model.CaseWrite;
import org.baraza.client.model.ModelCase;
import org.baraza.client.model.RolePage;

/** What docs/clients.md shows of the Java client. */
final class QuickStart {
    private QuickStart() {}

    static void main(String address, String project, String user, String key) throws ApiException {
        // docs: from here
        ApiClient client = new ApiClient();
        client.updateBaseUri(address); // http://localhost:8080
        client.setRequestInterceptor(request -> request.header("Authorization", "ApiKey " + user + ":" + key));

        // Make a case, read it, change it. Sent again with the same key, a request is done once.
        CasesApi cases = new CasesApi(client);
        CaseWrite halima = new CaseWrite()
                .create(true)
                .caseType("patient")
                .caseName("Halima")
                .ownerId("-")
                .properties(Map.of("village", "Kibera"));
        String once = UUID.randomUUID().toString();
        String id = cases.createCase(project, List.of(halima), once)
                .getCases()
                .getFirst()
                .getCaseId();
        ModelCase read = cases.getCase(project, id);
        cases.updateCaseById(project, id, new CaseWrite().properties(Map.of("village", "Mathare")));
        ModelCase changed = cases.getCase(project, id);
        System.out.println(read.getProperties() + " became " + changed.getProperties());

        // Go through a list, page by page.
        RolesApi roles = new RolesApi(client);
        String after = null;
        do {
            RolePage page = roles.listRoles(project, after, 2);
            page.getItems().forEach(role -> System.out.println(role.getName()));
            after = page.getNext();
        } while (after != null);
        // docs: to here
    }
}
