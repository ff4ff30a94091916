package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.CustomerReader;

/** What a decision shows of the rows of a contact policy and of the order of actions, with rules that want everything. */
class PolicySidesTest {

    private static final String POLICY = """
            limits:
              - { atMost: 1, days: 7, channel: sms }   # few
              - { atMost: 2, days: 7 }
            whenContactsUnknown: allow
            suppression:
              - { after: rejected, times: 1, withinDays: 1, pauseDays: 9, pauses: action }
            profiled: [visits, segment]
            holdouts:
              - { name: half, percent: 50, tag: cheap }
            personalPrice: [cheap]
            jurisdictions:
              default:
                objection: the law
                marketing:
                  email: { needs: consent, reference: a }
                  phone: { needs: consent, reference: a }
                  sms: { needs: consent, reference: a }
                  app: { needs: consent, reference: a }
                  post: { needs: consent, reference: a }
                profiling: { needs: consent, reference: a }
                disclosure:
                  reference: a
                  text: { en: Yours., zh: 您的。 }
                saveOffers: { atMost: 1, reference: a }
            """;
    private static final String ORDER = """
            most: { service: 5, marketing: 1, task: 3 }
            onePerChannel: [marketing]
            propensity: 0.5
            lever: { least: 0.5, most: 2 }
            contextWeight: { least: 0.5, most: 3 }
            lifetimeValue: { typical: 600, least: 0.5, most: 3, scales: [contract] }
            notYetEarnedBack: { factor: 1.25, raises: [contract] }
            agentSpends: 0.25
            """;
    private static final String EMAIL = "{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}";
    private static final String SMS = "{'channel':'SMS','purpose':'MARKETING','givenOn':'2026-01-01'}";
    private static final String CANCEL = "'departureSigns':[{'kind':'ASKED_TO_CANCEL','seenOn':'2026-05-20'}]";

    @TempDir
    private static Path folder;

    private static RuleBook book;
    private static PolicySides sides;

    @BeforeAll
    static void open() {
        String catalogue = TinyRules.ACTIONS
                .replace("group: price,", "group: price, tags: [cheap],")
                .replace("cost: 10, value: 50", "cost: 10, value: 15");
        book = new TinyRules(folder)
                .filler()
                .file("actions.yaml", catalogue)
                .file("contact-policy.yaml", POLICY)
                .file("arbitration.yaml", ORDER)
                .trust(wants("CALL") + wants("DISCOUNT") + wants("GIFT") + wants("NEWS"))
                .open();
        sides = book.policySides();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @Test
    void every_row_that_is_written_is_a_fork() {
        assertThat(sides.forks().stream().map(Fork::text))
                .containsExactly(
                        "the way out: COMPLETE_CANCELLATION",
                        "V3: the expected value does not exceed the cost",
                        "V4: the priority does not exceed that of leaving the customer in peace",
                        "most: service: 5",
                        "most: marketing: 1",
                        "most: task: 3",
                        "onePerChannel: marketing",
                        "limits: { atMost: 1, days: 7, channel: sms }",
                        "limits: { atMost: 2, days: 7 }",
                        "whenContactsUnknown: allow",
                        "suppression: { after: rejected, times: 1, withinDays: 1, pauseDays: 9, pauses: action }",
                        "profiled: visits",
                        "profiled: segment",
                        "holdouts: half",
                        "G3: one action of a group",
                        "G4: one attempt to keep the customer in one advice",
                        "default: objection",
                        "default: marketing: email: needs consent",
                        "default: marketing: phone: needs consent",
                        "default: marketing: sms: needs consent",
                        "default: marketing: app: needs consent",
                        "default: marketing: post: needs consent",
                        "default: profiling",
                        "default: disclosure",
                        "default: saveOffers");
        assertThat(sides.forks()).allSatisfy(fork -> {
            String text = book.texts().getOrDefault(fork.file(), "");
            assertThat(text.lines().toList().get(fork.line() - 1)).contains(text.substring(fork.begin(), fork.end()));
        });
    }

    @Test
    void a_consent_opens_its_channel_and_no_other() {
        assertThat(seen("{'id':'x','consents':[" + EMAIL + "]}"))
                .contains(
                        "default: objection letting through",
                        "default: marketing: email: needs consent letting through",
                        "default: marketing: post: needs consent blocking",
                        "whenContactsUnknown: allow unknown")
                .doesNotContain(
                        "default: marketing: email: needs consent blocking",
                        "default: marketing: app: needs consent blocking",
                        "default: objection blocking",
                        "whenContactsUnknown: allow known");
        assertThat(seen("{'id':'x','objectsToMarketing':true}")).contains("default: objection blocking");
    }

    @Test
    void a_limit_blocks_when_it_is_full_and_lets_through_when_it_is_not() {
        assertThat(seen("{'id':'x','preferredChannel':'SMS','consents':[" + SMS
                        + "],'contacts':[{'action':'NEWS','channel':'SMS','sentOn':'2026-05-30'}]}"))
                .contains("limits: { atMost: 1, days: 7, channel: sms } blocking", "whenContactsUnknown: allow known")
                .doesNotContain("limits: { atMost: 2, days: 7 } blocking");
        assertThat(seen("{'id':'x','consents':[" + EMAIL + "],'contacts':[]}"))
                .contains("limits: { atMost: 2, days: 7 } letting through")
                .doesNotContain("limits: { atMost: 1, days: 7, channel: sms } letting through");
    }

    @Test
    void a_rest_shows_its_sides_only_where_there_was_such_an_outcome() {
        String rest = "suppression: { after: rejected, times: 1, withinDays: 1, pauseDays: 9, pauses: action }";
        String contact = "{'id':'x','consents':[" + EMAIL
                + "],'contacts':[{'action':'NEWS','channel':'EMAIL','sentOn':'%s','outcome':'REJECTED'}]}";
        assertThat(seen(contact.formatted("2026-05-30"))).contains(rest + " blocking");
        assertThat(seen(contact.formatted("2026-05-20")))
                .contains(rest + " letting through")
                .doesNotContain(rest + " blocking");
        assertThat(seen("{'id':'x','consents':[" + EMAIL + "],'contacts':[]}"))
                .noneMatch(side -> side.startsWith(rest));
    }

    @Test
    void a_profiled_field_is_hidden_or_shown_where_it_was_sent() {
        assertThat(seen("{'id':'x','segment':'PRICE'}"))
                .contains("profiled: segment hidden", "default: profiling hidden")
                .doesNotContain("profiled: visits hidden", "profiled: segment shown");
        assertThat(seen("{'id':'x','segment':'PRICE','consents':[{'purpose':'PROFILING','givenOn':'2026-01-01'}]}"))
                .contains("profiled: segment shown", "default: profiling shown");
    }

    @Test
    void chance_holds_out_some_and_not_others() {
        String held = "holdouts: half blocking";
        String open = "holdouts: half letting through";
        List<String> both = List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                .flatMap(id -> seen("{'id':'" + id + "','consents':[" + EMAIL + "]}").stream())
                .filter(side -> side.startsWith("holdouts"))
                .distinct()
                .toList();
        assertThat(both).containsExactlyInAnyOrder(held, open);
    }

    @Test
    void what_falls_behind_is_told_from_what_goes_before() {
        assertThat(seen("{'id':'a','consents':[" + EMAIL + "," + SMS + "],'contacts':[]}"))
                .contains(
                        "V3: the expected value does not exceed the cost leaving out",
                        "most: service: 5 leaving in",
                        "the way out: COMPLETE_CANCELLATION left out")
                .doesNotContain("most: task: 3 leaving in", "default: saveOffers letting through");
        assertThat(seen("{'id':'a','consents':[" + EMAIL + "]," + CANCEL + ",'contacts':[]}"))
                .contains("the way out: COMPLETE_CANCELLATION said", "default: saveOffers letting through")
                .doesNotContain("default: saveOffers blocking");
        assertThat(seen("{'id':'a','consents':[" + EMAIL + "]," + CANCEL
                        + ",'contacts':[{'action':'NEWS','sentOn':'2026-05-21'}]}"))
                .contains("default: saveOffers blocking")
                .doesNotContain("default: saveOffers letting through");
    }

    private static String wants(String action) {
        return rule("wants " + action, "Customer()", "new Recommend( \"" + action + "\", \"why\" )");
    }

    private static List<String> seen(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return sides.seen(CustomerReader.read(bytes, LocalDate.of(2026, 6, 1))).stream()
                .map(side -> side.fork().text() + " " + side.name())
                .toList();
    }
}
