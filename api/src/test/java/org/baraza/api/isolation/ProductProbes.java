// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.baraza.api.isolation.GraphQlProbes.ended;
import static org.baraza.api.isolation.GraphQlProbes.inProject;
import static org.baraza.api.isolation.GraphQlProbes.mutation;
import static org.baraza.api.isolation.Kind.NEW_PROGRAM;
import static org.baraza.api.isolation.Kind.PRODUCT;
import static org.baraza.api.isolation.Kind.PROGRAM;
import static org.baraza.api.isolation.Kind.PROJECT;

import java.util.List;

/** Probes of products and programs. */
final class ProductProbes {
    private ProductProbes() {}

    static List<Probe> graphQl() {
        return List.of(
                inProject("product", PRODUCT, "product(productId: $id) { name program { name } }"),
                inProject("products", PROJECT, "products(search: \"z\") { nodes { name } totalCount }"),
                inProject("programs", PROJECT, "programs { nodes { code } totalCount }"),
                mutation("createProduct", PROGRAM, "name: \"Probe\", programId: $id", "product { name }"),
                mutation("updateProduct", PRODUCT, "productId: $id, unit: \"box\"", "product { unit }"),
                mutation("setProductArchived", PRODUCT, "productId: $id, archived: false", "product { archived }"),
                mutation("createProgram", PROJECT, "name: \"" + Tenant.noId() + "\"", "program { code }"),
                mutation("updateProgram", PROGRAM, "programId: $id, code: \"probe\"", "program { code }"),
                ended("deleteProgram", NEW_PROGRAM, "programId: $id"));
    }
}
