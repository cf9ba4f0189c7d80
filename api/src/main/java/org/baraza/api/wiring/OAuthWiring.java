// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.identity.AccountBook;
import org.baraza.oauth.AccessTokens;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.Grants;
import org.baraza.oauth.ServiceBonds;
import org.baraza.oauth.SigningKeys;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Programs and what they were granted. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessTokens.class,
    AccountBook.class,
    Applications.class,
    Consents.class,
    Grants.class,
    ServiceBonds.class,
    SigningKeys.class
})
class OAuthWiring {}
