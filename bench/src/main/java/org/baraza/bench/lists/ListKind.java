// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.lists;

import org.baraza.bench.wire.Requests;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are measured, each with what an answer must hold and the statement that is its floor. */
public enum ListKind {
    CASES_V1("REST case v1, 50", "\"case_id\"", Floors.CASES) {
        @Override
        byte[] request(String project, String authorization) {
            return Requests.get("/a/" + project + "/api/v0.5/case/?limit=50", authorization);
        }
    },
    CASES_V2("REST case v2, 50 of a type", "\"case_id\"", Floors.CASES) {
        @Override
        byte[] request(String project, String authorization) {
            return Requests.get("/a/" + project + "/api/case/v2/?limit=50&case_type=member", authorization);
        }
    },
    FORMS("REST form, 50", "\"received_on\"", Floors.FORMS) {
        @Override
        byte[] request(String project, String authorization) {
            return Requests.get("/a/" + project + "/api/v0.5/form/?limit=50", authorization);
        }
    },
    GRAPHQL_CASES("GraphQL, 50 cases with properties", "\"caseId\"", Floors.CASES) {
        @Override
        byte[] request(String project, String authorization) {
            return graphql(project, authorization, """
                    query($p: String!) { project(name: $p) { cases(first: 50, filter: {type: "member"}) {
                      nodes { caseId name type modifiedOn properties } } } }""");
        }
    },
    GRAPHQL_NESTED("GraphQL, 20 households, members, counts", "\"totalCount\"", Floors.NESTED) {
        @Override
        byte[] request(String project, String authorization) {
            return graphql(project, authorization, """
                    query($p: String!) { project(name: $p) { cases(first: 20, filter: {type: "household"}) {
                      nodes { caseId name referencedBy(first: 10) { totalCount nodes { case { caseId name properties } } }
                      } } } }""");
        }
    };

    private final String title;
    private final String item;
    private final String floor;

    ListKind(String title, String item, String floor) {
        this.title = title;
        this.item = item;
        this.floor = floor;
    }

    public String title() {
        return title;
    }

    /** What every item of the answer has. */
    String item() {
        return item;
    }

    /** Reads the same rows, as text, without any service around them. */
    String floor() {
        return floor;
    }

    int items() {
        return this == GRAPHQL_NESTED ? 20 : 50;
    }

    abstract byte[] request(String project, String authorization);

    private static byte[] graphql(String project, String authorization, String document) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("query", document).putObject("variables").put("p", project);
        return Requests.json("/graphql", authorization, body.toString());
    }

    private static final class Floors {
        private static final String CASES = """
                select case_id, type, name, owner_id, closed, opened_on, modified_on, server_modified_on, properties, indices
                from cases.case_record where type = 'member' and deleted_on is null
                order by server_modified_on desc, case_no desc limit 51""";
        private static final String FORMS = """
                select form_id, xmlns, user_id, received_on, xml from forms.form where state = 1
                order by received_on desc, form_id desc limit 51""";
        private static final String NESTED = """
                select h.case_id, h.name, m.case_id, m.name, m.properties
                from (select case_id, name from cases.case_record where type = 'household' and deleted_on is null
                      order by server_modified_on desc, case_no desc limit 21) as h,
                lateral (select c.case_id, c.name, c.properties from cases.case_index as i
                         join cases.case_record as c on c.case_id = i.case_id
                         where i.target_id = h.case_id and i.target_id <> '' limit 11) as m""";
    }
}
