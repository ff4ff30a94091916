package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever may be written means what it says, and never fails, however little is known. */
class LanguageTest {

    private static final String SOMEBODY =
            "{'id':'x','consents':[{'purpose':'PROFILING','givenOn':'2026-01-01'}],'segment':'PRICE','language':'en','since':'2025-06-01',"
                    + "'birthdayMonth':5,'contract':{'plan':'gold','addOns':['tv','sport'],'monthlyPrice':20.5,'addOnsAvailable':4},"
                    + "'orders':[{'id':'1','product':'oil lamp','amount':30.5,'promisedOn':'2026-05-01','deliveredOn':'2026-05-05'},"
                    + "{'id':'2','amount':9.5,'orderedOn':'2026-05-30','promisedOn':'2026-06-08'}],"
                    + "'surveys':[{'kind':'NPS','score':3,'answeredOn':'2026-05-20','published':true}]}";

    /** A condition that holds for that customer, then one that does not. */
    private static final String CONDITIONS = """
            Order( daysLate > 3.5 )
            ~~ Order( daysLate > 4.5 )
            Order( daysLate == 4.0 )
            ~~ Order( daysLate == 4.5 )
            Order( daysLate in ( 3, 4 ) )
            ~~ Order( daysLate in ( 5, 6 ) )
            Order( amount in ( 30.5, 2 ) )
            ~~ Order( amount in ( 30, 2 ) )
            Order( amount > 30 )
            ~~ Order( amount > 5000000000 )
            Order( amount < 5000000000 )
            ~~ Order( amount < -1.5 )
            Order( daysLate >= -2147483647 )
            ~~ Order( daysLate >= 2147483647 )
            Order( amount != null, ( amount + 2 ) * 3 > 97.4 )
            ~~ Order( amount != null, ( amount + 2 ) * 3 > 97.6 )
            Order( amount != null, amount / 2 - 1 >= 14.25, amount * -1 < 0 )
            ~~ Order( amount != null, 100 - amount * 2 < 38 )
            Customer( orders.count != null, tenureMonths > orders.count + 1 )
            ~~ Customer( orders.count != null, tenureMonths < orders.count + 1 )
            Customer( orders.count != null, orders.count / 4.0 > 0.4 )
            ~~ Customer( orders.count != null, orders.count / 4.0 > 0.6 )
            Order( product matches "[a-z ]+" )
            ~~ Order( product matches "[a-z]+" )
            Order( product matches "oil.*" )
            ~~ Order( product matches "lamp.*" )
            Order( product != null, product not matches "x.*" )
            ~~ Order( product != null, product not matches "oil.*" )
            Order( product contains "lamp" )
            ~~ Order( product contains "lamb" )
            Order( product != null, product not contains "lamb" )
            ~~ Order( product != null, product not contains "lamp" )
            Order( product != null, product str[startsWith] "oil" )
            ~~ Order( product != null, product str[startsWith] "lamp" )
            Order( product matches ".*", product str[endsWith] "lamp" )
            ~~ Order( product matches ".*", product str[endsWith] "oil" )
            Contract( addOns contains "tv" )
            ~~ Contract( addOns contains "t" )
            Contract( addOns != null, addOns not contains "t" )
            ~~ Contract( addOns != null, addOns not contains "tv" )
            Contract( plan == "gold" && addOnsInUse == 2 )
            ~~ Contract( plan == "gold" && addOnsInUse == 3 )
            Customer( contract.addOns contains "sport" )
            ~~ Customer( contract.addOns contains "spor" )
            Order( promisedOn < deliveredOn, promisedOn != null )
            ~~ Order( promisedOn > deliveredOn, promisedOn != null )
            Order( $id : id, $id == "1" )
            ~~ Order( $id : id, $id == "3" )
            Order( $late : daysLate > 3 )
            ~~ Order( $late : daysLate > 4 )
            Order( $late : daysLate, $late > 3 || $late < 0 )
            ~~ Order( $late : daysLate, $late > 4 || $late < 0 )
            Order( $a : amount ) Order( amount > $a )
            ~~ Order( $a : amount, $a > 20 ) Order( amount > $a )
            $o : Order( id == "1" ) Order( id != null, $o.id != null, id != $o.id )
            ~~ $o : Order( id == "1" ) Order( $o.id != null, id == $o.id, amount < 30 )
            $c : Customer() Order( daysLate < $c.tenureMonths )
            ~~ $c : Customer() Order( daysLate > $c.tenureMonths )
            $c : Customer() Order( $c.orders.count >= 2, daysLate > 3 )
            ~~ $c : Customer() Order( $c.orders.count >= 3 )
            Customer( segment in ( Segment.PRICE, Segment.CONVENIENCE ) )
            ~~ Customer( segment in ( Segment.CONVENIENCE ) )
            Customer( segment != null, segment not in ( Segment.CONVENIENCE ) )
            ~~ Customer( segment != null, segment not in ( Segment.PRICE ) )
            Customer( segment != null && segment != Segment.CONVENIENCE )
            ~~ Customer( segment != null && segment != Segment.PRICE )
            Customer( !( segment == null ), segment != null, !( segment == Segment.CONVENIENCE ) )
            ~~ Customer( segment != null, !( segment == Segment.PRICE ) )
            Customer( !( segment != Segment.PRICE ) )
            ~~ Customer( !( segment != Segment.CONVENIENCE ) )
            Customer( segment != null, !( segment == Segment.CONVENIENCE || orders.known == false ) )
            ~~ Customer( segment != null, !( segment == Segment.PRICE || orders.known == false ) )
            Customer( ( orders.late(3).any || visits.any ) && ( language == "en" || language == "zh" ) )
            ~~ Customer( ( orders.late(5).any || visits.any ) && language == "en" )
            Customer( surveys.latest("NPS")!.score <= 6, surveys.of("NPS").latest!.published == true )
            ~~ Customer( surveys.latest("CSAT")!.score <= 6 )
            Customer( $score : surveys.latest!.score, $score <= 3 )
            ~~ Customer( $score : surveys.latest!.score, $score <= 2 )
            Customer( orders.count() == 2, orders.late( 4 ) .inLast(90).any )
            ~~ Customer( orders.count() == 3 )
            Customer( orders.known == true, !visits.known, surveys.known )
            ~~ Customer( !orders.known, visits.any )
            Customer( orders.late(1).any == true || orders.none == true )
            ~~ Customer( orders.none )
            exists Order( amount < 10 )
            ~~ exists Order( amount < 9 )
            exists ( Order( amount < 10 ) and Order( amount > 30 ) )
            ~~ exists ( Order( amount < 10 ) and Order( amount > 31 ) )
            Customer( orders.known ) not Order( amount < 9 ) Order( amount > 3 )
            ~~ Customer( orders.known ) not Order( amount < 10 ) Order( amount > 3 )
            ( Order( amount < 9 ) or Order( amount > 30 ) )
            ~~ ( Order( amount < 9 ) or Order( amount > 31 ) )
            Customer( orders.known ) accumulate( Order(); $n : count(); $n == 2 )
            ~~ Customer( orders.known ) accumulate( Order(); $n : count(); $n == 3 )
            Customer( orders.known ) accumulate( $o : Order(); $n : count( $o ); $n > 1 )
            ~~ Customer( orders.known ) accumulate( $o : Order(); $n : count( $o ); $n > 2 )
            Customer( orders.known ) accumulate( Order( $a : amount, $a != null ); $s : sum( $a ), $x : max( $a ); $s == 40, $x > 30 )
            ~~ Customer( orders.known ) accumulate( Order( $a : amount, $a != null ); $s : sum( $a ), $x : max( $a ); $s == 40, $x > 31 )
            Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : min( $d ); $m == 4 )
            ~~ Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : min( $d ); $m == 0 )
            Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : average( $d ); $m == 4 )
            ~~ Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : average( $d ); $m == 2 )
            Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : sum( $d ); $m == 4 )
            ~~ Customer( orders.known ) accumulate( Order( $d : daysLate, $d > -9 ); $m : sum( $d ); $m == 3 )
            Today( month == 6, weekday == DayOfWeek.MONDAY, between("2026-06-01", "2026-06-01") ) Order( amount > 10 )
            ~~ Today( between("2026-06-02", "2026-06-05") || month in ( 1, 2 ) )
            Today( $m : month ) Customer( birthdayMonth != $m, birthdayMonth != null )
            ~~ Today( $m : month ) Customer( birthdayMonth == $m )
            """;

    @Test
    void what_may_be_written_means_what_it_says(@TempDir Path folder) {
        var holds = new ArrayList<String>();
        var rules = new StringBuilder();
        for (String line : CONDITIONS.strip().lines().toList()) {
            boolean yes = !line.contains("~~");
            String condition = line.replace("~~", "").strip();
            rules.append(rule(named(condition), condition, "new Recommend( \"CALL\", \"x\" )"));
            if (yes) {
                holds.add(named(condition));
            }
        }
        try (RuleBook book =
                new TinyRules(folder).filler().trust(rules.toString()).open()) {
            assertThat(spoke(book, SOMEBODY)).containsExactlyInAnyOrderElementsOf(holds);
            assertThat(spoke(book, "{'id':'y','orders':[{}],'contract':{'exitFee':1}}"))
                    .isEmpty();
            assertThat(spoke(book, "{'id':'z'}")).isEmpty();
        }
    }

    private static String named(String condition) {
        return condition.replace('"', '\'');
    }

    private static List<String> spoke(RuleBook book, String customer) {
        return TinyRules.advise(book, customer).actions().stream()
                .flatMap(action -> action.reasons().stream())
                .map(reason -> reason.rule())
                .distinct()
                .collect(Collectors.toList());
    }
}
