// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.products.ProductWish;
import org.baraza.products.Products;
import org.baraza.products.Program;
import org.baraza.products.Programs;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes and changes products and programs. */
@Controller
final class ProductMutations {
    private static final int LONGEST_NUMBER = 40;

    private final Entrance entrance;
    private final Products products;
    private final Programs programs;

    ProductMutations(Entrance entrance, Products products, Programs programs) {
        this.entrance = entrance;
        this.products = products;
        this.programs = programs;
    }

    /** A product to be made. */
    record Creation(
            String project,
            String name,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String description,
            @Nullable String category,
            @Nullable String programId,
            @Nullable String cost,
            @Nullable Map<String, Object> data) {

        private ProductWish wish() {
            return new Change(project, "", name, code, unit, description, category, programId, cost, data)
                    .applied(new ProductWish(name, "", "", "", "", "", null, Map.of()));
        }
    }

    /** What a product is to be; null where it stays as it is. */
    record Change(
            String project,
            String productId,
            @Nullable String name,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String description,
            @Nullable String category,
            @Nullable String programId,
            @Nullable String cost,
            @Nullable Map<String, Object> data) {

        private ProductWish applied(ProductWish wish) {
            return new ProductWish(
                    or(name, wish.name()),
                    or(code, wish.code()),
                    or(unit, wish.unit()),
                    or(description, wish.description()),
                    or(category, wish.category()),
                    or(programId, wish.programId()),
                    cost == null ? wish.cost() : number(cost),
                    data == null ? wish.data() : Texts.read("data", "DATA_INVALID", data));
        }

        private static String or(@Nullable String given, String before) {
            return given == null ? before : given;
        }

        private static @Nullable BigDecimal number(String text) {
            if (text.isBlank()) {
                return null;
            }
            try {
                if (text.length() <= LONGEST_NUMBER) {
                    return new BigDecimal(text.strip());
                }
            } catch (NumberFormatException notOne) {
                // Said below.
            }
            throw new Refused(Problem.Invalid.field("cost", "COST_INVALID", "A cost is a decimal number."));
        }
    }

    /** Whether phones are given a product. */
    record Archiving(String project, String productId, boolean archived) {}

    /** A program to be made. */
    record ProgramCreation(
            String project, String name, @Nullable String code) {}

    /** What a program is to be; null where it stays as it is. */
    record ProgramChange(
            String project,
            String programId,
            @Nullable String name,
            @Nullable String code) {}

    /** A program that goes. */
    record ProgramDeletion(String project, String programId) {}

    /** What came of it. */
    record ProductPayload(@Nullable ProductNode product, List<UserError> userErrors) {}

    /** What came of it. */
    record ProgramPayload(@Nullable Program program, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteProgramPayload(List<UserError> userErrors) {}

    @MutationMapping
    ProductPayload createProduct(@Argument Creation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new ProductNode(access, products.create(access, input.wish())),
                ProductPayload::new);
    }

    @MutationMapping
    ProductPayload updateProduct(@Argument Change input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new ProductNode(access, products.update(access, input.productId, input::applied)),
                ProductPayload::new);
    }

    @MutationMapping
    ProductPayload setProductArchived(@Argument Archiving input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new ProductNode(access, products.setArchived(access, input.productId, input.archived)),
                ProductPayload::new);
    }

    @MutationMapping
    ProgramPayload createProgram(@Argument ProgramCreation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> programs.create(access, input.name, input.code == null ? "" : input.code.strip()),
                ProgramPayload::new);
    }

    @MutationMapping
    ProgramPayload updateProgram(@Argument ProgramChange input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> programs.update(
                        access,
                        input.programId,
                        Optional.ofNullable(input.name),
                        Optional.ofNullable(input.code).map(String::strip)),
                ProgramPayload::new);
    }

    @MutationMapping
    DeleteProgramPayload deleteProgram(@Argument ProgramDeletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    programs.delete(access, input.programId);
                    return true;
                },
                (_, errors) -> new DeleteProgramPayload(errors));
    }
}
