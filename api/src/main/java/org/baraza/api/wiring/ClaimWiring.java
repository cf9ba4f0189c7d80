// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.claims.CaseSearch;
import org.baraza.claims.Claims;
import org.baraza.claims.SearchConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Cases beyond the caseload. */
@Configuration(proxyBeanMethods = false)
@Import({CaseSearch.class, Claims.class, SearchConfiguration.class})
class ClaimWiring {}
