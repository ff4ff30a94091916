package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Level;
import retention.advice.Reason;
import retention.advice.Receipt;
import retention.advice.Score;
import retention.advice.Stop;
import retention.json.BadRequest;

class RuleBookTest {

    private static final String LATE = "Customer( $late : orders.late(3).count, $late >= 2 )";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @Test
    void evidence_becomes_scores_and_scores_decide() {
        rules.assessment(rule("late twice", LATE, "new Evidence( Dimension.TRUST, -25, \"{late} were late\" )"));
        rules.trust(rule(
                "trust is low", "Trust( low, $trust : value )", "new Recommend( \"CALL\", \"trust is {trust}\" )"));
        Advice advice = rules.advise("{'id':'x','orders':[" + late() + "," + late() + "]}");
        assertThat(advice.scores().trust())
                .isEqualTo(new Score(35, Level.LOW, 60, List.of(new Score.Point("late twice", -25, "2 were late"))));
        AdvisedAction call = advice.actions().get(0);
        assertThat(call.code()).isEqualTo("CALL");
        assertThat(call.strategy()).isEqualTo("trust");
        assertThat(call.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("trust is low");
            assertThat(reason.sentence()).isEqualTo("trust is 35");
            assertThat(reason.values()).containsEntry("trust", 35);
        });
        assertThat(rules.advise("{'id':'x','orders':[" + late() + "]}").actions())
                .isEmpty();
    }

    @Test
    void scores_stay_between_0_and_100_and_risk_is_their_weighted_complement() {
        rules.assessment(rule("bad", "Customer( language == \"en\" )", "new Evidence( Dimension.TRUST, -90, \"x\" )")
                + rule(
                        "good",
                        "Customer( language == \"zh\" )",
                        "new Evidence( Dimension.SWITCHING_COST, 90, \"x\" )"));
        Advice bad = rules.advise("{'id':'x','language':'en'}");
        assertThat(bad.scores().trust().value()).isZero();
        assertThat(bad.riskOfLeaving()).isEqualTo(65); // 100 - (0 + 60 + 2 * 40) / 4
        assertThat(rules.advise("{'id':'x','language':'zh'}")
                        .scores()
                        .switchingCost()
                        .value())
                .isEqualTo(100);
    }

    @Test
    void a_signal_reaches_the_strategies_once_with_all_its_reasons() {
        rules.assessment(rule("sees orders", "Order()", "new Signal( \"buys\", \"bought\" )")
                + rule("sees visits", "Visit()", "new Signal( \"buys\", \"looked\" )"));
        rules.trust(
                rule("answer", "Signal( name == \"buys\", $why : because )", "new Recommend( \"CALL\", \"{why}\" )"));
        Advice advice = rules.advise(
                "{'id':'x','orders':[{},{}],'visits':[{}],'consents':[{'purpose':'PROFILING','givenOn':'2026-01-01'}]}");
        assertThat(advice.signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.reasons()).hasSize(2));
        assertThat(advice.actions())
                .singleElement()
                .satisfies(a -> assertThat(a.reasons()).hasSize(1));
        assertThat(advice.actions().get(0).reasons().get(0).sentence()).isEqualTo("bought"); // the first of its reasons
    }

    @Test
    void what_is_missing_fires_nothing_but_the_question_whether_it_is_missing() {
        rules.trust(rule("none", "Customer( orders.late(1).count == 0 )", "new Recommend( \"CALL\", \"x\" )")
                + rule("few", "Customer( tenureMonths < 3 )", "new Recommend( \"FIX_SITE\", \"x\" )")
                + rule("unknown", "Customer( tenureMonths == null, !orders.known )", "new Recommend( \"NEWS\", \"x\" )")
                + rule(
                        "deep",
                        "Customer( contract.daysToEnd <= 30 || usage.dropPercent >= 0 || surveys.latest(\"NPS\")!.score < 9 )",
                        "new Recommend( \"GIFT\", \"x\" )"));
        Advice nothing = rules.advise("{'id':'x'}");
        assertThat(nothing.withheld()).extracting("code").containsExactly("NEWS"); // no consent, but the rule spoke
        assertThat(nothing.actions()).isEmpty();
        Advice known = rules.advise("{'id':'x','since':'2026-05-01','orders':[]}");
        assertThat(known.actions()).extracting(AdvisedAction::code).containsExactly("CALL", "FIX_SITE");
        assertThat(known.withheld()).isEmpty();
    }

    @Test
    void a_withhold_wins_and_says_why() {
        rules.trust(rule("for", "Customer()", "new Recommend( \"CALL\", \"why not\" )")
                + rule("against", "Customer()", "new Withhold( \"CALL\", \"they sleep\" )")
                + rule("against another", "Customer()", "new Withhold( \"GIFT\", \"no need\" )"));
        Advice advice = rules.advise("{'id':'x'}");
        assertThat(advice.actions()).isEmpty();
        assertThat(advice.fallback()).isNotNull();
        assertThat(advice.withheld())
                .extracting("code", "guardrail")
                .containsExactly(tuple("CALL", null)); // nobody wanted the gift
        assertThat(advice.withheld().get(0).reasons().get(0).sentence()).isEqualTo("they sleep");
    }

    @Test
    void a_text_is_filled_from_one_reason_and_never_sent_with_a_gap() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("en: Hello.", "en: \"{days} days, {what}.\""));
        rules.trust(rule(
                        "a contract",
                        "Contract( $days : daysToEnd, plan == \"gold\", $what : plan )",
                        "new Recommend( \"CALL\", \"ends in {days} days\" )")
                + rule(
                        "an order",
                        "Order( $days : daysLate, $days >= 1, $what : product )",
                        "new Recommend( \"CALL\", \"late by {days} days\" )"));
        String gold = "'contract':{'plan':'gold'}";
        AdvisedAction alone = rules.advise("{'id':'x'," + gold + "}").actions().get(0);
        assertThat(alone.reasons().get(0).sentence()).isEqualTo("ends in (not known) days");
        assertThat(alone.text()).containsOnlyKeys("zh");
        AdvisedAction both = rules.advise(
                        "{'id':'x'," + gold + ",'orders':[{'promisedOn':'2026-05-30','product':'lamp'}]}")
                .actions()
                .get(0);
        assertThat(both.text()).containsEntry("en", "2 days, lamp.");
    }

    @Test
    void a_company_adds_its_own_facts_without_java() {
        rules.assessment("declare Fleet vehicles : int  leasedUntil : LocalDate end\n"
                + rule("fleet", "Fleet( $v : vehicles, $v >= 10 )", "new Signal( \"fleet\", \"runs {v} vehicles\" )"));
        rules.trust(rule(
                "lease",
                "Fleet( leasedUntil != null, $until : leasedUntil ) Signal( name == \"fleet\" )",
                "new Recommend( \"CALL\", \"until {until}\" )"));
        Advice advice = rules.advise("{'id':'x','extensions':{'Fleet':[{'vehicles':12,'leasedUntil':'2026-09-30'}]}}");
        assertThat(advice.actions().get(0).reasons().get(0).sentence()).isEqualTo("until 2026-09-30");
        assertThat(rules.advise("{'id':'x','extensions':{'Fleet':[{'leasedUntil':'2026-09-30'}]}}")
                        .signals())
                .isEmpty();
    }

    @Test
    void two_declared_facts_are_compared_by_name() {
        rules.assessment("declare Fleet vehicles : int end\n"
                + rule(
                        "smaller",
                        "$f : Fleet( vehicles > 5 ) exists Fleet( vehicles < $f.vehicles )",
                        "new Signal( \"another\", \"has a smaller one\" )"));
        assertThat(rules.advise("{'id':'x','extensions':{'Fleet':[{'vehicles':9},{'vehicles':3}]}}")
                        .signals())
                .hasSize(1);
        assertThat(rules.advise("{'id':'x','extensions':{'Fleet':[{'vehicles':9}]}}")
                        .signals())
                .isEmpty();
    }

    @Test
    void a_declared_fact_is_the_same_to_every_file() {
        rules.filler()
                .trust("declare Fleet vehicles : int end\n"
                        + rule("many", "Fleet( vehicles >= 10 )", "new Recommend( \"CALL\", \"many\" )"))
                .file(
                        "satisfaction.drl",
                        "package advisor\n"
                                + rule("more", "Fleet( vehicles >= 9 )", "new Recommend( \"CALL\", \"more\" )"));
        Advice advice = rules.advise("{'id':'x','extensions':{'Fleet':[{'vehicles':12}]}}");
        assertThat(advice.actions().get(0).reasons())
                .extracting(Reason::sentence)
                .containsExactlyInAnyOrder("many", "more");
    }

    @Test
    void only_what_changed_is_compiled_anew() {
        rules.filler()
                .file(
                        "satisfaction.drl",
                        "package advisor\n" + rule("b", "Customer()", "new Recommend( \"CALL\", \"b\" )"));
        var compiled = new CompiledFiles();
        try (RuleBook before = RuleBook.open(folder, compiled)) {
            rules.file(
                    "satisfaction.drl",
                    "package advisor\n" + rule("c", "Customer()", "new Recommend( \"CALL\", \"c\" )"));
            try (RuleBook after = RuleBook.open(folder, compiled)) {
                assertThat(after.compiledFiles()).hasSize(4);
                assertThat(before.compiledFiles())
                        .hasSize(4)
                        .filteredOn(after.compiledFiles()::contains)
                        .hasSize(3);
                assertThat(TinyRules.advise(after, "{'id':'x'}")
                                .actions()
                                .get(0)
                                .reasons())
                        .extracting(Reason::sentence)
                        .containsExactlyInAnyOrder("is here", "c");
                assertThat(TinyRules.advise(before, "{'id':'x'}")
                                .actions()
                                .get(0)
                                .reasons())
                        .extracting(Reason::sentence)
                        .containsExactlyInAnyOrder("is here", "b");
            }
        }
    }

    @Test
    void extensions_are_bound_as_strictly_as_everything_else() {
        rules.assessment("declare Fleet vehicles : int  leasedUntil : LocalDate end\n"
                + rule("fleet", "Fleet( vehicles >= 10 )", "new Signal( \"fleet\", \"x\" )"));
        refused("{'Flet':[]}", "extensions.Flet", "is not declared in a rule file - did you mean \"Fleet\"?");
        refused(
                "{'Fleet':[{'vehicels':1}]}",
                "extensions.Fleet[0].vehicels",
                "is not known - did you mean \"vehicles\"?");
        refused("{'Fleet':[{'vehicles':'12'}]}", "extensions.Fleet[0].vehicles", "must be a whole number");
        refused("{'Fleet':[{'vehicles':[1]}]}", "extensions.Fleet[0].vehicles", "must be a whole number");
        refused(
                "{'Fleet':[{},{'leasedUntil':'2026-02-30'}]}",
                "extensions.Fleet[1].leasedUntil",
                "must be a date that exists, written yyyy-mm-dd");
        refused("{'Fleet':[null]}", "extensions.Fleet[0]", "is empty (null)");
    }

    @Test
    void the_calendar_is_that_of_the_decision() {
        rules.trust(rule(
                "december",
                "Today( month == 12, weekday == DayOfWeek.TUESDAY, between(\"2026-12-01\", \"2026-12-24\") )",
                "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.advise("{'id':'x','asOf':'2026-12-01'}").actions()).hasSize(1);
        assertThat(rules.advise("{'id':'x','asOf':'2026-12-29'}").actions()).isEmpty();
    }

    @Test
    void a_rule_that_fails_while_it_runs_is_named() {
        rules.trust(rule(
                "breaks",
                "Order( id == \"7\" ) Today( $d : dayOfMonth )",
                "new Recommend( \"CALL\", \"\" + 1 / ( $d - 1 ) )"));
        try (RuleBook book = rules.open()) {
            assertThat(TinyRules.advise(book, "{'id':'x','orders':[{'amount':1}]}")
                            .actions())
                    .isEmpty();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, "{'id':'x','orders':[{'id':'7','amount':1}]}"))
                    .withMessageContaining("breaks");
            assertThat(TinyRules.advise(book, "{'id':'x','orders':[{'id':'8','amount':1}]}")
                            .actions())
                    .isEmpty();
        }
    }

    @Test
    void the_receipt_changes_with_facts_rules_and_day_and_with_nothing_else() {
        Advice first = rules.advise("{'id':'x','language':'en'}");
        assertThat(rules.advise("{ 'language':'en', 'id':'x' }")).isEqualTo(first);
        assertThat(rules.advise("{'id':'x','language':'zh'}").receipt().decisionId())
                .isNotEqualTo(first.receipt().decisionId());
        Advice later = rules.advise("{'id':'x','language':'en','asOf':'2026-06-02'}");
        assertThat(later.receipt().factsHash()).isEqualTo(first.receipt().factsHash());
        assertThat(later.receipt().decisionId()).isNotEqualTo(first.receipt().decisionId());
        rules.file("scores.yaml", TinyRules.SCORES + "# a remark\n");
        assertThat(rules.advise("{'id':'x','language':'en'}").receipt().revision())
                .isNotEqualTo(first.receipt().revision());
    }

    @Test
    void the_receipt_says_of_all_that_rules_wanted_what_became_of_it() {
        rules.assessment(rule("seen", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(rule("z calls", "Customer()", "new Recommend( \"CALL\", \"x\" )")
                        + rule("a wants", "Order( amount > 1 )", "new Recommend( \"DISCOUNT\", \"x\" )")
                        + rule("news", "Customer()", "new Recommend( \"NEWS\", \"x\" )")
                        + rule("gift", "Customer()", "new Recommend( \"GIFT\", \"x\" )")
                        + rule("peace", "Customer()", "new Recommend( \"LEAVE_ALONE\", \"x\" )")
                        + rule("fix", "Customer()", "new Recommend( \"FIX_SITE\", \"x\" )")
                        + rule("no task", "Customer()", "new Withhold( \"FIX_SITE\", \"x\" )")
                        + rule("never a task", "Customer()", "new Withhold( \"FIX_SITE\", \"x\" )")
                        + rule("silent", "Customer( tenureMonths > 3 )", "new Recommend( \"CALL\", \"x\" )"))
                .file("actions.yaml", TinyRules.ACTIONS.replace("cost: 1, value: 5", "cost: 5, value: 5"));
        Receipt receipt = rules.advise("{'id':'x','orders':[{'amount':2},{'amount':3}],"
                        + "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]}")
                .receipt();
        assertThat(receipt.fired())
                .containsExactly(
                        "a wants", "fix", "gift", "never a task", "news", "no task", "peace", "seen", "z calls");
        assertThat(receipt.advised()).containsExactly("CALL", "GIFT");
        assertThat(receipt.beaten()).isEqualTo(Map.of("LEAVE_ALONE", Stop.OUTRANKED, "NEWS", Stop.TOO_COSTLY));
        assertThat(receipt.blocked()).isEqualTo(Map.of("DISCOUNT", "G3"));
        assertThat(receipt.withheld()).isEqualTo(Map.of("FIX_SITE", List.of("never a task", "no task")));
    }

    @Test
    void the_listing_names_each_rule_with_its_place_and_the_comment_above_it() {
        rules.trust("\n// T1. Say it\n// before they ask.\n"
                + rule("a rule", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        try (RuleBook book = rules.open()) {
            assertThat(book.listing().rules())
                    .filteredOn(r -> r.strategy().equals("trust"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.name()).isEqualTo("a rule");
                        assertThat(entry.file()).endsWith("/trust.drl");
                        assertThat(entry.line()).isEqualTo(5);
                        assertThat(entry.note()).isEqualTo("Say it before they ask.");
                    });
        }
    }

    private void refused(String extensions, String path, String problem) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> rules.advise("{'id':'x','extensions':" + extensions + "}"))
                .satisfies(bad -> {
                    assertThat(bad.path()).isEqualTo(path);
                    assertThat(bad.problem()).isEqualTo(problem);
                });
    }

    private static String late() {
        return "{'promisedOn':'2026-05-01','deliveredOn':'2026-05-04'}";
    }
}
