// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project space of a test's own, made over HTTP as people make it.
 *
 * @param authorization of its administrator
 */
public record Place(Client client, String name, String authorization) {

    /** A new project of the server's administrator. */
    public static Place of(Server server, String name) {
        return of(server, name, basic(Server.ADMIN, Server.PASSWORD));
    }

    /** A new project of somebody who may make projects. */
    public static Place of(Server server, String name, String authorization) {
        Place place = new Place(server.client(), name, authorization);
        JsonNode made = place.graphQl().ask("""
                mutation($name: String!) {
                  createProject(input: {name: $name}) { project { name } userErrors { code message } }
                }""", Map.of("name", name));
        assertThat(made.at("/createProject/project/name").asString())
                .as(made.toString())
                .isEqualTo(name);
        return place;
    }

    /** Makes a worker with the usual password; gives her id. */
    public String worker(String username) {
        HttpResponse<String> answer = client.post(
                "/a/" + name + "/api/v0.5/user/",
                JsonMapper.shared().writeValueAsString(Map.of("username", username, "password", Server.PASSWORD)),
                "Authorization",
                authorization);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.json(answer).path("id").asString();
    }

    public Phone phone(String username) {
        return new Phone(client, name, basic(username, Server.PASSWORD));
    }

    public GraphQl graphQl() {
        return new GraphQl(client, authorization);
    }

    /** The project with those of its fields that are selected. */
    public JsonNode read(String selection) {
        return graphQl()
                .ask(
                        "query($project: String!) { project(name: $project) {" + selection + "} }",
                        Map.of("project", name))
                .path("project");
    }
}
