// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.products.Products;
import org.baraza.products.Programs;
import org.baraza.products.StockSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is kept in stock. */
@Configuration(proxyBeanMethods = false)
@Import({Products.class, Programs.class, StockSettings.class})
class ProductWiring {}
