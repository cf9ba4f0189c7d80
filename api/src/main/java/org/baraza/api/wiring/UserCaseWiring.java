// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import org.baraza.identity.Audit;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.usercases.UserCaseWork;
import org.baraza.usercases.UserCases;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Cases about mobile workers. */
@Configuration(proxyBeanMethods = false)
@Import(UserCaseWork.class)
class UserCaseWiring {

    @Bean
    UserCaseRounds userCaseRounds(@Qualifier("systemPool") HikariDataSource systemPool, UserCaseWork work) {
        return new UserCaseRounds(new ProjectsWithWork(systemPool), work);
    }

    @Bean
    UserCases userCases(Transactions transactions, Audit audit, UserCaseRounds rounds) {
        return new UserCases(transactions, audit, rounds::nudge);
    }
}
