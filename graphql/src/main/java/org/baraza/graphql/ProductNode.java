// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.products.Product;
import org.jspecify.annotations.Nullable;

/** A product. */
record ProductNode(ProjectAccess access, Product product) implements InProject {
    public String productId() {
        return product.productId();
    }

    public String name() {
        return product.name();
    }

    public String code() {
        return product.code();
    }

    public String unit() {
        return product.unit();
    }

    public String description() {
        return product.description();
    }

    public String category() {
        return product.category();
    }

    public @Nullable String cost() {
        BigDecimal cost = product.cost();
        return cost == null ? null : cost.stripTrailingZeros().toPlainString();
    }

    public Map<String, String> data() {
        return product.data();
    }

    public boolean archived() {
        return product.archived();
    }

    public Instant modifiedAt() {
        return product.modifiedAt();
    }
}
