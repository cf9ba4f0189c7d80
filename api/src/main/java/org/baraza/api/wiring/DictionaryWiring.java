// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.dictionary.Dictionary;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What projects say of their cases. */
@Configuration(proxyBeanMethods = false)
@Import(Dictionary.class)
class DictionaryWiring {}
