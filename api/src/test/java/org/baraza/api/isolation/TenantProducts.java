// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;

/** What a tenant keeps in stock. */
final class TenantProducts {
    private final Place place;
    private final String productId;
    private final String programId;

    TenantProducts(Place place) {
        this.place = place;
        programId = newProgram();
        productId = place.graphQl()
                .ask("""
                        mutation($project: String!, $program: String!) {
                          createProduct(input: {project: $project, name: "Zinc", programId: $program}) {
                            product { productId }
                          } }""", Map.of("project", place.name(), "program", programId))
                .at("/createProduct/product/productId")
                .asString();
        assertThat(productId).isNotEmpty();
    }

    String productId() {
        return productId;
    }

    String programId() {
        return programId;
    }

    String newProgram() {
        String made = place.graphQl()
                .ask("""
                        mutation($project: String!, $name: String!) {
                          createProgram(input: {project: $project, name: $name}) { program { programId } } }""", Map.of("project", place.name(), "name", Tenant.noId()))
                .at("/createProgram/program/programId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }
}
