// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.baraza.casework.CaseUpdates;
import org.baraza.egress.EgressRules;
import org.baraza.exchange.ForwardingReplays;
import org.baraza.exchange.Jobs;
import org.baraza.forms.Forms;
import org.baraza.forwarding.AnswerActions;
import org.baraza.forwarding.ConnectionStore;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.ForwarderHealth;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.Forwarders;
import org.baraza.forwarding.Lifecycle;
import org.baraza.forwarding.Notices;
import org.baraza.forwarding.Payloads;
import org.baraza.forwarding.Poison;
import org.baraza.forwarding.Previews;
import org.baraza.forwarding.Records;
import org.baraza.forwarding.Registration;
import org.baraza.forwarding.Replays;
import org.baraza.forwarding.RequestLog;
import org.baraza.forwarding.Sender;
import org.baraza.forwarding.Sending;
import org.baraza.forwarding.ServerAccess;
import org.baraza.forwarding.Tokens;
import org.baraza.forwarding.types.AppIds;
import org.baraza.forwarding.types.SavedType;
import org.baraza.forwarding.wire.Wire;
import org.baraza.identity.Audit;
import org.baraza.mail.Mailer;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.testing.World;
import org.springframework.context.support.GenericApplicationContext;

/** What of forwarding the schema asks for, with nothing to send. */
final class ForwardingBeans {
    private ForwardingBeans() {}

    static void register(
            GenericApplicationContext beans, Transactions transactions, HikariDataSource system, World world) {
        Audit audit = new Audit();
        ConnectionStore store = new ConnectionStore(world.vault);
        ForwarderTypes types = new ForwarderTypes(List.of(SavedType.APPS), List.of(new AppIds()));
        ServerAccess access = new ServerAccess(world.node.projects);
        Payloads payloads = new Payloads(types, access);
        EgressRules egress = EgressRules.of(List.of());
        beans.registerBean(Wire.class, () -> new Wire(egress, Duration.ofSeconds(5)));
        beans.registerBean(
                Sending.class,
                () -> new Sending(
                        beans.getBean(Wire.class), new Tokens(transactions, store, world.clock), world.clock));
        beans.registerBean(
                Sender.class,
                () -> new Sender(
                        transactions,
                        new ProjectsWithWork(system),
                        store,
                        payloads,
                        types,
                        beans.getBean(Sending.class),
                        new AnswerActions(
                                payloads, access, beans.getBean(CaseUpdates.class), beans.getBean(Forms.class)),
                        new Notices(world.transactions, store, world.node.projects, Mailer.NONE, world.clock),
                        Lifecycle.USUAL,
                        world.clock,
                        Duration.ofSeconds(1)));
        beans.registerBean(
                Connections.class,
                () -> new Connections(transactions, store, beans.getBean(Sending.class), egress, audit, world.clock));
        beans.registerBean(
                Forwarders.class,
                () -> new Forwarders(transactions, store, types, payloads, audit, beans.getBean(Sender.class)));
        beans.registerBean(ForwarderTypes.class, () -> types);
        beans.registerBean(Previews.class, () -> new Previews(transactions, types, payloads));
        beans.registerBean(
                Records.class,
                () -> new Records(
                        transactions, payloads, audit, beans.getBean(Sender.class), Lifecycle.USUAL, world.clock));
        beans.registerBean(ForwarderHealth.class, () -> new ForwarderHealth(transactions, world.clock));
        beans.registerBean(
                Poison.class,
                () -> new Poison(
                        transactions,
                        new ChangeFeed(system),
                        new Registration(
                                transactions, new ProjectsWithWork(system), types, payloads, () -> {}, world.clock),
                        audit));
        beans.registerBean(
                ForwardingReplays.class,
                () -> new ForwardingReplays(
                        beans.getBean(Jobs.class),
                        new Replays(
                                transactions,
                                types,
                                payloads,
                                beans.getBean(Sender.class),
                                Lifecycle.USUAL,
                                world.clock)));
        beans.registerBean(RequestLog.class, () -> new RequestLog(transactions, store, Lifecycle.USUAL, world.clock));
    }
}
