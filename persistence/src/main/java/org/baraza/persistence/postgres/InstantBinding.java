// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Moments as the driver has them, which are binary once a statement is known. jOOQ's own binding asks for the text of each and parses
 * it, a tenth of what a list costs.
 */
public final class InstantBinding implements Binding<OffsetDateTime, Instant> {
    private static final Converter<OffsetDateTime, Instant> MOMENTS = Converter.ofNullable(
            OffsetDateTime.class, Instant.class, OffsetDateTime::toInstant, moment -> moment.atOffset(ZoneOffset.UTC));

    @Override
    public Converter<OffsetDateTime, Instant> converter() {
        return MOMENTS;
    }

    @Override
    public void sql(BindingSQLContext<Instant> ctx) {
        if (ctx.render().paramType() == ParamType.INLINED) {
            ctx.render().visit(DSL.inline(ctx.convert(MOMENTS).value()));
        } else {
            ctx.render().sql("cast(").sql(ctx.variable()).sql(" as timestamptz)");
        }
    }

    @Override
    public void register(BindingRegisterContext<Instant> ctx) throws SQLException {
        ctx.statement().registerOutParameter(ctx.index(), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public void set(BindingSetStatementContext<Instant> ctx) throws SQLException {
        @Nullable OffsetDateTime moment = ctx.convert(MOMENTS).value();
        if (moment == null) {
            ctx.statement().setNull(ctx.index(), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            ctx.statement().setObject(ctx.index(), moment);
        }
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> ctx) throws SQLException {
        ctx.convert(MOMENTS).value(ctx.resultSet().getObject(ctx.index(), OffsetDateTime.class));
    }

    @Override
    public void get(BindingGetStatementContext<Instant> ctx) throws SQLException {
        ctx.convert(MOMENTS).value(ctx.statement().getObject(ctx.index(), OffsetDateTime.class));
    }

    @Override
    public void set(BindingSetSQLOutputContext<Instant> ctx) throws SQLException {
        throw new SQLFeatureNotSupportedException("moments in composite types");
    }

    @Override
    public void get(BindingGetSQLInputContext<Instant> ctx) throws SQLException {
        throw new SQLFeatureNotSupportedException("moments in composite types");
    }
}
