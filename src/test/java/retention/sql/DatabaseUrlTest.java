package retention.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** A database that cannot be reached is told without the password. */
class DatabaseUrlTest {

    @Test
    void a_url_that_no_driver_knows_says_what_it_should_look_like() {
        refused("postgres://host/shop?password=hush")
                .withMessage("the database must be a PostgreSQL: jdbc:postgresql://host/database");
    }

    @Test
    void a_login_before_the_host_is_refused() {
        refused("jdbc:postgresql://me:hush@host/shop")
                .withMessage("a JDBC URL takes no user:password@ before the host");
    }

    @Test
    void a_driver_that_runs_scripts_named_in_its_url_is_not_reached() {
        refused("jdbc:h2:mem:;INIT=oops password=hush")
                .withMessage("the database must be a PostgreSQL: jdbc:postgresql://host/database");
    }

    @Test
    void a_server_that_does_not_answer_is_told_in_the_drivers_words() {
        refused("jdbc:postgresql://localhost:1/shop?user=me&password=hush")
                .withMessageStartingWith("cannot connect to the database: Connection to localhost:1 refused")
                .withMessageEndingWith("(java.net.ConnectException: Connection refused)");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String url) {
        return assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.database(url, null, null).close())
                .satisfies(refusal -> assertThat(refusal).hasNoCause().message().doesNotContainIgnoringCase("hush"));
    }
}
