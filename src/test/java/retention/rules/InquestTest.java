package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.rules.explain.Outcome;

/** Each construct of the language, asked here and by the engine. */
class InquestTest {

    private static final String FLEET =
            "declare Fleet vehicles : int city : String leased : boolean since : LocalDate end\n";

    private static final String[] CUSTOMERS = {
        "{'id':'x'}",
        "{'id':'x','orders':[],'serviceCases':[],'visits':[],'surveys':[]}",
        "{'id':'x','segment':'PRICE','since':'2020-01-01','preferredChannel':'PHONE','objectsToMarketing':true,"
                + "'lifetimeValue':250.5,'jurisdiction':'EU','acquisitionCost':0.0}",
        "{'id':'x','segment':'CONVENIENCE','valuePercentile':7,'language':'zh','jurisdiction':'US-CA','lifetimeValue':7,"
                + "'orders':[{'id':'a','amount':40.5,'orderedOn':'2026-05-01','promisedOn':'2026-05-04',"
                + "'deliveredOn':'2026-05-09','product':'tv','damaged':true},"
                + "{'id':'b','amount':2,'orderedOn':'2026-05-20','product':'radio','damaged':false},"
                + "{'id':'c','orderedOn':'2026-04-20','promisedOn':'2026-04-25','deliveredOn':'2026-04-24'}]}",
        "{'id':'x','orders':[{'id':'a','amount':200,'orderedOn':'2026-05-01','product':'tv'}],"
                + "'serviceCases':[{'id':'q','kind':'COMPLAINT','openedOn':'2026-05-20','score':2}],"
                + "'surveys':[{'kind':'NPS','score':9,'answeredOn':'2026-05-20'}],"
                + "'relationship':{'wishListItems':3},'contract':{'endsOn':'2026-06-20'}}",
        "{'id':'x','serviceCases':[{'kind':'QUESTION','openedOn':'2026-05-01','score':1},{'kind':'BILLING'}],"
                + "'surveys':[{'kind':'CSAT','score':1,'answeredOn':'2026-05-20'}],'extensions':{'Fleet':"
                + "[{'vehicles':12,'city':'Ulm','since':'2025-01-01'},{'vehicles':2,'leased':true},{}]}}",
        "{'id':'x','extensions':{'Fleet':[]}}"
    };

    private static final List<String> ASKED = """
            Customer()
            Customer( segment == Segment.PRICE )
            Customer( segment != null, segment != Segment.PRICE )
            Customer( segment == null )
            Customer( segment in ( Segment.PRICE, Segment.CONVENIENCE ) )
            Customer( segment != null, segment not in ( Segment.PRICE ) )
            Customer( segment == Segment.PRICE || valuePercentile < 10 )
            Customer( segment == Segment.PRICE && tenureMonths > 10 )
            Customer( segment != null, !( segment == Segment.PRICE || valuePercentile > 100 ), valuePercentile != null )
            Customer( !( orders.known && visits.known ) )
            Customer( objectsToMarketing == true )
            Customer( objectsToMarketing == null || lifetimeValue > 100 )
            Customer( jurisdiction matches "[A-Z]{2}.*" )
            Customer( jurisdiction != null, jurisdiction not matches "US.*" )
            Customer( jurisdiction != null, jurisdiction str[startsWith] "US" )
            Customer( jurisdiction != null, jurisdiction str[endsWith] "CA" )
            Customer( jurisdiction contains "-" )
            Customer( jurisdiction in ( "EU", "CN" ) )
            Customer( lifetimeValue == 7 )
            Customer( lifetimeValue != null, lifetimeValue / 2 > 3.4 )
            Customer( valuePercentile != null, valuePercentile / 2.0 == 3.5 )
            Customer( valuePercentile != null, valuePercentile * 2 - 4 + 1 >= 11 )
            Customer( acquisitionCost == 0 )
            Customer( $n : orders.count, $n >= 2 )
            Customer( $n : orders.late(3).inLast(90).count >= 1, $n < 2 )
            Customer( orders.none )
            Customer( orders.known, !visits.known || visits.none )
            Customer( orders.late(3).any )
            Customer( surveys.latest("NPS")!.score >= 9 )
            Customer( surveys.latest("NPS")!.score != null )
            Customer( surveys.latest("NPS") != null, surveys.latest("NPS")!.score < 9 )
            Customer( surveys.latest("NPS") == null )
            Customer( surveys.latest("NPS")!.score == null )
            Customer( surveys.latest("NPS")!.score >= 9 || segment == Segment.PRICE )
            Customer( preferredChannel == Channel.PHONE, since != null )
            Order( daysLate >= 3 )
            Order( daysLate == null )
            Order( damaged == true, amount > 40 )
            Order( damaged == false )
            Order( product == "tv", amount > 40.5 )
            $o : Order( amount > 1 ) Order( amount > $o.amount )
            Order( $p : product, $p != null, $a : amount ) Order( product == $p, amount != null, amount >= $a )
            Order( $a : orderedOn, $a != null ) Order( orderedOn > $a )
            Customer( $n : valuePercentile, $n != null ) Order( amount > $n )
            Customer( $n : orders.count, $n > 1 ) ServiceCase()
            exists Order( damaged == true )
            exists ( Order( amount > 100 ) and ServiceCase( score < 3 ) )
            not Order( damaged == true ) Customer( orders.known )
            $o : Order( amount != null ) not Order( amount > $o.amount ) Customer( orders.known )
            ( Order( amount > 100 ) or ServiceCase( score < 2 ) )
            ( Order( damaged == true ) or Order( amount > 100 ) ) Customer( segment != null )
            ( ServiceCase( kind == CaseKind.BILLING ) or exists Survey( score > 8 ) )
            accumulate( Order( $p : amount, $p != null ); $s : sum( $p ); $s > 40 ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : sum( $p ); $s == 0 ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : max( $p ); $s > 100 ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : min( $p ); $s <= 2 ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : average( $p ); $s > 21 ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : average( $p ) ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : min( $p ), $n : count() ) Customer( orders.known )
            accumulate( Order( $p : amount, $p != null ); $s : sum( $p ), $n : count( $p ); $n > 1, $s > 1 ) Customer( orders.known )
            accumulate( Order( damaged == true ); $n : count(); $n == 1 ) Customer( orders.known )
            accumulate( ServiceCase( $p : score, $p != null ); $s : sum( $p ); $s / 2 == 1 ) Customer( serviceCases.known )
            accumulate( ServiceCase( $p : score, $p != null ); $s : average( $p ); $s == 2 ) Customer( serviceCases.known )
            accumulate( ServiceCase( $p : score, $p != null ); $s : max( $p ); $s == 2 ) Customer( serviceCases.known )
            accumulate( $o : Order(); $n : count( $o ); $n == 3 ) Customer( orders.known )
            Today( month == 6 )
            Today( between( "2026-05-01", "2026-05-31" ) )
            Today( weekday == DayOfWeek.MONDAY, dayOfMonth < 2 )
            Fleet( vehicles >= 10 )
            Fleet( vehicles < 10, leased == true )
            Fleet( city == "Ulm" )
            Fleet( since != null ) Customer( since == null )
            Contract( endsOn != null )
            Relationship( wishListItems >= 3 )
            Visit()
            """.lines().toList();

    private static final List<String> OF_STRATEGIES = """
            Trust( low )
            Trust( value < 41 )
            not Trust( low )
            Satisfaction( high ) SwitchingCost( value >= 40 )
            Signal( name == "seen" )
            not Signal( name == "late" )
            exists Signal( name == "late" ) Trust( level == Level.LOW )
            """.lines().toList();

    @TempDir
    private Path folder;

    @Test
    void every_construct_is_judged_as_the_engine_judges_it() {
        var rules = new TinyRules(folder)
                .assessment(FLEET + numbered(ASKED, "new Signal( \"s\", \"why\" )"))
                .trust(TinyRules.rule("advise", "Customer()", "new Recommend( \"CALL\", \"is here\" )"));
        compare(rules, ASKED);
    }

    @Test
    void scores_and_signals_are_judged_as_the_engine_judges_them() {
        var rules = new TinyRules(folder)
                .assessment(FLEET
                        + TinyRules.rule("seen", "Customer( orders.any )", "new Signal( \"seen\", \"why\" )")
                        + TinyRules.rule("late", "Customer( orders.late(3).any )", "new Signal( \"late\", \"why\" )")
                        + TinyRules.rule(
                                "less",
                                "Customer( orders.late(3).any )",
                                "new Evidence( Dimension.TRUST, -25, \"why\" )"))
                .trust(numbered(OF_STRATEGIES, "new Recommend( \"CALL\", \"is here\" )"));
        compare(rules, OF_STRATEGIES);
    }

    /** Each rule must agree for each customer, and both answers must come up often enough to mean something. */
    private static void compare(TinyRules rules, List<String> whens) {
        int spoke = 0;
        try (RuleBook book = rules.open()) {
            for (String json : CUSTOMERS) {
                Customer customer = customer(json);
                Reasoning reasoning = book.reason(customer);
                Inquest inquest = book.inquest(customer, reasoning);
                for (int i = 0; i < whens.size(); i++) {
                    Outcome outcome = inquest.outcome("asked " + i, 1);
                    assertThat(outcome.told()).as(outcome.toString()).isTrue();
                    assertThat(outcome.speaks())
                            .as("%s for %s", whens.get(i), json)
                            .isEqualTo(fires(reasoning, "asked " + i));
                    spoke += outcome.speaks() ? 1 : 0;
                }
            }
        }
        assertThat(spoke).isGreaterThan(whens.size());
    }

    private static String numbered(List<String> whens, String then) {
        return IntStream.range(0, whens.size())
                .mapToObj(i -> TinyRules.rule("asked " + i, whens.get(i), then))
                .collect(Collectors.joining());
    }

    private static boolean fires(Reasoning reasoning, String rule) {
        return Stream.concat(reasoning.assessment().stream(), reasoning.strategies().stream())
                .anyMatch(one -> one.reason().rule().equals(rule));
    }

    private static Customer customer(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return CustomerReader.read(bytes, LocalDate.of(2026, 6, 1));
    }
}
