// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.AccountAdmin;
import org.baraza.enterprise.AccountEvent;
import org.baraza.enterprise.AccountProject;
import org.baraza.enterprise.EmailDomain;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprise;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.enterprise.Providers;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Enterprise accounts as their administrators see them. */
@Controller
final class EnterpriseController {
    private final Entrance entrance;
    private final Enterprises enterprises;
    private final Providers providers;
    private final EmailDomains domains;

    EnterpriseController(Entrance entrance, Enterprises enterprises, Providers providers, EmailDomains domains) {
        this.entrance = entrance;
        this.enterprises = enterprises;
        this.providers = providers;
        this.domains = domains;
    }

    /** An administrator in the words of the schema. */
    record AdminNode(String userId, String username, Instant addedAt, String addedBy) {
        static AdminNode of(AccountAdmin admin) {
            return new AdminNode(admin.userId(), admin.username(), admin.addedAt(), admin.addedBy());
        }
    }

    /** A project of the account in the words of the schema. */
    record AccountProjectNode(
            String name, String displayName, boolean active, boolean inherits, Instant addedAt, String addedBy) {
        static AccountProjectNode of(AccountProject project) {
            return new AccountProjectNode(
                    project.name(),
                    project.displayName(),
                    project.active(),
                    project.inherits(),
                    project.addedAt(),
                    project.addedBy());
        }
    }

    /** A provider in the words of the schema. */
    record ProviderNode(
            String providerId,
            String name,
            String slug,
            String issuer,
            String clientId,
            boolean active,
            IdentityProvider.Enforcement enforcement,
            List<String> testers,
            List<String> exempt,
            String redirectPath,
            String signInPath) {
        static ProviderNode of(IdentityProvider provider) {
            String below = "/sso/" + provider.slug() + "/oidc/";
            return new ProviderNode(
                    provider.providerId().toString(),
                    provider.name(),
                    provider.slug(),
                    provider.issuer(),
                    provider.clientId(),
                    provider.active(),
                    provider.enforcement(),
                    provider.testers(),
                    provider.exempt(),
                    below + "auth/",
                    below + "login/");
        }
    }

    /** An e-mail domain in the words of the schema. */
    record DomainNode(
            String domain,
            String providerId,
            String record,
            @Nullable Instant provedAt,
            @Nullable String provedBy) {
        static DomainNode of(EmailDomain domain) {
            return new DomainNode(
                    domain.domain(),
                    domain.providerId().toString(),
                    EmailDomains.RECORD + domain.challenge(),
                    domain.provedAt().orElse(null),
                    domain.provedBy().orElse(null));
        }
    }

    /** An event in the words of the schema. */
    record AccountEventNode(String eventId, Instant at, String actorName, String action, Map<String, String> detail) {
        static AccountEventNode of(AccountEvent event) {
            return new AccountEventNode(
                    Long.toString(event.eventId()), event.at(), event.actorName(), event.action(), event.detail());
        }
    }

    /** An account in the words that whoever runs the server hears. */
    record EnterpriseName(String enterpriseId, String name, Instant createdAt) {
        static EnterpriseName of(Enterprise enterprise) {
            return new EnterpriseName(enterprise.accountId().toString(), enterprise.name(), enterprise.createdAt());
        }
    }

    @SchemaMapping(typeName = "Me", field = "enterprises")
    List<EnterpriseNode> enterprises(MeNode me) {
        return entrance.arrival().inPerson()
                ? enterprises.of(me.actor(), entrance.arrival()).stream()
                        .map(account -> new EnterpriseNode(new AccountAccess(account.accountId(), me.actor()), account))
                        .toList()
                : List.of();
    }

    @SchemaMapping(typeName = "Me", field = "enterprise")
    Optional<EnterpriseNode> enterprise(MeNode me, @Argument String enterpriseId) {
        return Optional.of(entrance.arrival())
                .filter(arrival -> arrival.inPerson())
                .flatMap(_ -> EnterpriseMutations.id(enterpriseId))
                .flatMap((UUID id) -> enterprises.enter(me.actor(), entrance.arrival(), id))
                .map(access -> new EnterpriseNode(access, enterprises.get(access)));
    }

    @SchemaMapping(typeName = "Me", field = "allEnterprises")
    @Nullable
    List<EnterpriseName> allEnterprises(MeNode me) {
        return me.actor().canCreateProjects() && entrance.arrival().inPerson()
                ? enterprises.all(me.actor()).stream().map(EnterpriseName::of).toList()
                : null;
    }

    @SchemaMapping(typeName = "Enterprise", field = "admins")
    List<AdminNode> admins(EnterpriseNode enterprise) {
        return enterprises.admins(enterprise.access()).stream()
                .map(AdminNode::of)
                .toList();
    }

    @SchemaMapping(typeName = "Enterprise", field = "projects")
    List<AccountProjectNode> projects(EnterpriseNode enterprise) {
        return enterprises.projects(enterprise.access()).stream()
                .map(AccountProjectNode::of)
                .toList();
    }

    @SchemaMapping(typeName = "Enterprise", field = "source")
    @Nullable
    String source(EnterpriseNode enterprise) {
        return enterprise
                .enterprise()
                .source()
                .flatMap(source -> enterprises.projects(enterprise.access()).stream()
                        .filter(project -> project.project().equals(source))
                        .map(AccountProject::name)
                        .findFirst())
                .orElse(null);
    }

    @SchemaMapping(typeName = "Enterprise", field = "identityProviders")
    List<ProviderNode> providers(EnterpriseNode enterprise) {
        return providers.of(enterprise.access()).stream().map(ProviderNode::of).toList();
    }

    @SchemaMapping(typeName = "Enterprise", field = "emailDomains")
    List<DomainNode> domains(EnterpriseNode enterprise) {
        return domains.of(enterprise.access()).stream().map(DomainNode::of).toList();
    }

    @SchemaMapping(typeName = "Enterprise", field = "events")
    Connection<AccountEventNode> events(
            EnterpriseNode enterprise,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                enterprises.events(enterprise.access(), page), page, AccountEvent::cursor, AccountEventNode::of);
    }
}
