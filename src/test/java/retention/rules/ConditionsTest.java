package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition that can be read is told when it asks what the facts do not answer: where it stands, and in which words. */
class ConditionsTest {

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
        Customer( language.getClass().getName() == "x" ) ~~ 20 ~~ RULE015 ~~ "language" is a text, which answers no questions such as "getClass": compare it
        Customer( java.lang.System.exit(0) == 1 ) ~~ 11 ~~ RULE012 ~~ Customer has no field "java"
        Customer( language.length() > 3 ) ~~ 20 ~~ RULE015 ~~ "language" is a text, which answers no questions such as "length": compare it
        Customer( segment.name() == "PRICE" ) ~~ 19 ~~ RULE015 ~~ "segment" is one of a list of words, which answers no questions such as "name": compare it
        Customer( segment.ordinal() == 1 ) ~~ 19 ~~ RULE015 ~~ "segment" is one of a list of words, which answers no questions such as "ordinal": compare it
        Customer( tenureMonths.hashCode() == 1 ) ~~ 24 ~~ RULE015 ~~ "tenureMonths" is a number, which answers no questions such as "hashCode": compare it
        Customer( hashCode() == 1 ) ~~ 11 ~~ RULE012 ~~ Customer has no field "hashCode"
        Customer( asOf.day != null ) ~~ 11 ~~ RULE012 ~~ Customer has no field "asOf"
        Customer( extensions.size > 1 ) ~~ 11 ~~ RULE012 ~~ Customer has no field "extensions"
        Customer( orders.iterator() != null ) ~~ 18 ~~ RULE012 ~~ Orders has no field "iterator"
        Customer( orders.stream() != null ) ~~ 18 ~~ RULE012 ~~ Orders has no field "stream"
        Order( asOf.day.toString() == "x" ) ~~ 8 ~~ RULE012 ~~ Order has no field "asOf"
        Order( id.bytes != null ) ~~ 11 ~~ RULE015 ~~ "id" is a text, which answers no questions such as "bytes": compare it
        Today( date.year > 2000 ) ~~ 13 ~~ RULE015 ~~ "date" is a date, which answers no questions such as "year": compare it
        Contract( addOns.size > 1 ) ~~ 18 ~~ RULE015 ~~ "addOns" is a list of texts, which answers no questions such as "size": compare it
        Customer( orders.getClass() != null ) ~~ 18 ~~ RULE012 ~~ Orders has no field "getClass"
        Customer( $o : orders ) Order( $o.count > 1 ) ~~ 16 ~~ RULE017 ~~ $o must remember one answer, and "orders" is a list: ask it something
        Customer( $o : contract ) ~~ 16 ~~ RULE017 ~~ $o must remember one answer, and "contract" is a fact: ask it something
        Order( $a : amount, $a.intValue > 3 ) ~~ 24 ~~ RULE015 ~~ "$a" is a number, which answers no questions such as "intValue": compare it
        Customer( orders.late("3").any ) ~~ 23 ~~ RULE051 ~~ "late" takes a whole number here, and "3" is none
        Customer( orders.late(3.5).any ) ~~ 23 ~~ RULE051 ~~ "late" takes a whole number here, and "3.5" is none
        Customer( orders.late(1).late(1).late(1).late(1).late(1).late(1).late(1).late(1).any ) ~~ 74 ~~ RULE052 ~~ a chain of 10 questions is too long: 8 are the most, so ask the rest in a condition of its own
        Customer( orders.late(99999999999).any ) ~~ 23 ~~ RULE052 ~~ 99999999999 is too large: 2147483647 is the largest number
        Customer( orders.late(3, 4).any ) ~~ 18 ~~ RULE051 ~~ "late" of Orders takes a whole number in its parentheses
        Customer( orders.count(3) > 1 ) ~~ 18 ~~ RULE051 ~~ "count" of Orders takes nothing in its parentheses
        Customer( contacts.of(3).any ) ~~ 23 ~~ RULE051 ~~ "of" takes a text in quotes here, and "3" is none
        Customer( consents.allow(Channel.EMAIL, Channel.SMS) ) ~~ 41 ~~ RULE051 ~~ "allow" takes a word of Purpose here, and "Channel.SMS" is none
        Customer( consents.allow(Channel.EMIAL, Purpose.MARKETING) ) ~~ 34 ~~ RULE013 ~~ Channel has no "EMIAL" - did you mean "EMAIL"?
        Customer( surveys.of("NSP").any ) ~~ 23 ~~ RULE013 ~~ there is no survey "NSP": write one of CSAT, NPS, CES, STARS
        Customer( surveys.latest(3)!.score < 3 ) ~~ 26 ~~ RULE051 ~~ "latest" takes a text in quotes here, and "3" is none
        Today( between("2026-06-31", "2026-07-01") ) ~~ 17 ~~ RULE051 ~~ "2026-06-31" is no day that exists: write year-month-day, as in "2026-12-24"
        Today( between("24.12.2026", "2026-12-26") ) ~~ 17 ~~ RULE051 ~~ "24.12.2026" is no day that exists: write year-month-day, as in "2026-12-24"
        Today( between("2026-12-26", "2026-12-24") ) ~~ 31 ~~ RULE051 ~~ the last day lies before the first: no day is between them
        Customer( segment == Segmnt.PRICE ) ~~ 22 ~~ RULE013 ~~ "Segmnt" is not a word of the vocabulary - did you mean "Segment"?
        Customer( segment == Segment.CHEAP ) ~~ 30 ~~ RULE013 ~~ Segment has no "CHEAP": there are CONVENIENCE, PRICE, RELATIONSHIP
        Customer( segment == Level.LOW ) ~~ 22 ~~ RULE015 ~~ "segment" is a word of Segment, and "Level.LOW" one of Level
        Customer( segment == "PRICE" ) ~~ 22 ~~ RULE015 ~~ "segment" is one of a list of words: write Segment.PRICE
        Customer( segment > Segment.PRICE ) ~~ 21 ~~ RULE015 ~~ "segment" is one of a list of words, which is never larger or smaller: compare by == or !=
        Customer( language > "en" ) ~~ 22 ~~ RULE015 ~~ "language" is a text, which is never larger or smaller: compare by == or !=
        Customer( language == 3 ) ~~ 23 ~~ RULE015 ~~ "language" is a text: write "3" in quotes
        Customer( language == true ) ~~ 23 ~~ RULE015 ~~ "language" is a text, and "true" is yes or no: they cannot be compared
        Customer( language == segment ) ~~ 23 ~~ RULE015 ~~ "language" is a text, and "segment" is one of a list of words: they cannot be compared
        Customer( tenureMonths == "three" ) ~~ 27 ~~ RULE015 ~~ "tenureMonths" is a number, and "three" is none
        Customer( tenureMonths == true ) ~~ 27 ~~ RULE015 ~~ "tenureMonths" is a number, and true is none
        Customer( tenureMonths == Segment.PRICE ) ~~ 27 ~~ RULE015 ~~ "tenureMonths" is a number, and "Segment.PRICE" is one of a list of words: they cannot be compared
        Customer( tenureMonths == language ) ~~ 27 ~~ RULE015 ~~ "tenureMonths" is a number, and "language" is a text: they cannot be compared
        Customer( tenureMonths >= 99999999999 ) ~~ 27 ~~ RULE052 ~~ 99999999999 is larger than any number this can be
        Customer( askedToCancel == "yes" ) ~~ 28 ~~ RULE015 ~~ "askedToCancel" is yes or no: write true
        Customer( askedToCancel == 1 ) ~~ 28 ~~ RULE015 ~~ "askedToCancel" is yes or no: compare it with true or false
        Customer( askedToCancel > false ) ~~ 27 ~~ RULE015 ~~ "askedToCancel" is yes or no, which is never larger or smaller: compare by == or !=
        Customer( since == "2026-01-01" ) ~~ 11 ~~ RULE015 ~~ "since" is a date: ask a question that counts days, or Today( between( ... ) )
        Customer( since > 30 ) ~~ 11 ~~ RULE015 ~~ "since" is a date: ask a question that counts days, or Today( between( ... ) )
        Customer( orders == 3 ) ~~ 11 ~~ RULE015 ~~ "orders" is a list: ask it something, as in orders.count
        Customer( orders > 3 ) ~~ 11 ~~ RULE015 ~~ "orders" is a list: ask it something, as in orders.count
        Customer( orders == null ) ~~ 11 ~~ RULE015 ~~ "orders" itself is never missing: ask orders.known
        Customer( contract == null ) ~~ 11 ~~ RULE015 ~~ "contract" itself is never missing: ask contract.known
        Customer( contract == "gold" ) ~~ 11 ~~ RULE015 ~~ "contract" is a whole fact: compare one of its fields
        Customer( tenureMonths > null ) ~~ 26 ~~ RULE015 ~~ with null compare by == or !=
        Customer( 3 <= tenureMonths ) ~~ 11 ~~ RULE015 ~~ write the question first: tenureMonths before 3
        Customer( 3 == 3 ) ~~ 11 ~~ RULE015 ~~ two fixed values are compared: ask a fact
        Customer( null == segment ) ~~ 11 ~~ RULE015 ~~ write the question first: segment before null
        Customer( tenureMonths in ( 3, "4" ) ) ~~ 32 ~~ RULE015 ~~ "tenureMonths" is a number, and "4" is none
        Customer( segment in ( Segment.PRICE, Level.LOW ) ) ~~ 39 ~~ RULE015 ~~ "segment" is a word of Segment, and "Level.LOW" one of Level
        Customer( contract.addOns == "tv" ) ~~ 30 ~~ RULE015 ~~ "contract.addOns" is a list of texts: write contains
        Customer( contract.addOns contains 3 ) ~~ 36 ~~ RULE015 ~~ behind contains stands a text in quotes
        Customer( tenureMonths contains "3" ) ~~ 33 ~~ RULE015 ~~ "tenureMonths" is a number, and contains is for texts and lists of texts
        Customer( tenureMonths matches "3.*" ) ~~ 32 ~~ RULE015 ~~ "tenureMonths" is a number, and matches is for texts
        Customer( language matches language ) ~~ 28 ~~ RULE015 ~~ behind matches stands a text in quotes
        Customer( language matches "(a+)+" ) ~~ 29 ~~ RULE053 ~~ the pattern may not hold ( here: write a simpler text, as in "[A-Z]{2}.*", or several comparisons
        Customer( language matches "(a|ab)*" ) ~~ 29 ~~ RULE053 ~~ the pattern may not hold ( here: write a simpler text, as in "[A-Z]{2}.*", or several comparisons
        Customer( language matches ".*a.*" ) ~~ 29 ~~ RULE053 ~~ a pattern holds one * or + at most: to look for a text within another write contains
        Customer( language matches "a{1,99}b{1,99}" ) ~~ 29 ~~ RULE053 ~~ the pattern repeats too much: write a simpler text, as in "[A-Z]{2}.*", or several comparisons
        Customer( language matches "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" ) ~~ 29 ~~ RULE053 ~~ a pattern has 60 characters at most: write a simpler text, as in "[A-Z]{2}.*", or several comparisons
        Customer( language matches "[z-a]" ) ~~ 29 ~~ RULE053 ~~ the pattern cannot be read: write a simpler text, as in "[A-Z]{2}.*", or several comparisons
        Customer( language str[startsWith] "e" ) ~~ 11 ~~ RULE014 ~~ "language" may be missing, and has no beginning or end then: ask first language != null
        Customer( language not matches "e.*" ) ~~ 11 ~~ RULE014 ~~ "language" may be missing, and what is missing would pass: ask also language != null
        Customer( contract.addOns not contains "tv" ) ~~ 11 ~~ RULE014 ~~ "contract.addOns" may be missing, and what is missing would pass: ask also contract.addOns != null
        Customer( language + 1 > 3 ) ~~ 11 ~~ RULE015 ~~ only numbers can be added, subtracted, multiplied and divided, and "language" is a text
        Customer( tenureMonths / 2 > 3, tenureMonths != null ) ~~ 26 ~~ RULE015 ~~ two whole numbers are divided, and 7 / 2 would be 3: write a point in one, as in / 2.0
        Customer( tenureMonths != null, tenureMonths / 2 > 3 ) ~~ 48 ~~ RULE015 ~~ two whole numbers are divided, and 7 / 2 would be 3: write a point in one, as in / 2.0
        Customer( tenureMonths ) ~~ 11 ~~ RULE015 ~~ "tenureMonths" is not a question with yes or no: compare it, as in tenureMonths >= 1
        Customer( segment ) ~~ 11 ~~ RULE015 ~~ "segment" is not a question with yes or no: compare it, as in segment == Segment.CONVENIENCE
        Customer( orders ) ~~ 11 ~~ RULE015 ~~ "orders" is not a question with yes or no: compare it, as in orders.any
        Customer( contract ) ~~ 11 ~~ RULE015 ~~ "contract" is not a question with yes or no: compare it, as in contract.known
        Customer( language ) ~~ 11 ~~ RULE015 ~~ "language" is not a question with yes or no: compare it, as in language == "..."
        Customer( !tenureMonths ) ~~ 12 ~~ RULE015 ~~ "tenureMonths" is not a question with yes or no: compare it, as in tenureMonths >= 1
        Customer( orders.late(3).latest.daysLate > 5 ) ~~ 26 ~~ RULE016 ~~ "latest" may find none: write !. behind it, as in latest!.daysLate
        Customer( orders.late(3).latest!.delivered, !orders.latest!.delivered ) ~~ 46 ~~ RULE014 ~~ "orders.latest!.delivered" may be missing: write orders.latest!.delivered == false
        Customer( $n : tenureMonths, $n != 3 ) ~~ 30 ~~ RULE014 ~~ "$n" may be missing, and what is missing would pass: ask also $n != null
        Customer( $n : tenureMonths, !( $n == 3 ) ) ~~ 33 ~~ RULE014 ~~ "$n" may be missing, and what is missing would pass: ask also $n != null
        Customer( $n : birthdayMonth ) Today( month == $n ) Order( daysAgo == $n ) ~~ 60 ~~ RULE014 ~~ both "daysAgo" and "$n" may be missing, and would be equal: ask also daysAgo != null
        Customer( orders.any != true ) ~~ 11 ~~ RULE014 ~~ a list that was not sent would pass: write orders.none
        Customer( orders.none == false ) ~~ 11 ~~ RULE014 ~~ a list that was not sent would pass: write orders.any
        Customer( segment != null || orders.any, segment != Segment.PRICE ) ~~ 42 ~~ RULE014 ~~ "segment" may be missing, and what is missing would pass: ask also segment != null
        Customer( tenureMonths != orders.count, tenureMonths != null ) ~~ 27 ~~ RULE014 ~~ "orders.count" may be missing, and what is missing would pass: ask also orders.count != null
        Customer( tenureMonths > $n ) ~~ 26 ~~ RULE017 ~~ nothing above remembers $n: write $n : and a question first
        Customer( tenureMonths > $n, $n : orders.count ) ~~ 26 ~~ RULE017 ~~ nothing above remembers $n: write $n : and a question first
        Order( amount > $paid ) Order( $paid : amount ) ~~ 17 ~~ RULE017 ~~ nothing above remembers $paid: write $paid : and a question first
        Customer( $n : tenureMonths ) Order( $n : daysLate ) ~~ 38 ~~ RULE017 ~~ $n is remembered already: choose another name here
        Customer( $n : tenureMonths, $n : birthdayMonth ) ~~ 30 ~~ RULE017 ~~ $n is remembered already: choose another name here
        Customer( $n : language, $n > 3 ) ~~ 31 ~~ RULE015 ~~ "$n" is a text: write "3" in quotes
        $o : Order() Customer( $o == 3 ) ~~ 24 ~~ RULE015 ~~ $o is a whole fact: compare one of its fields, as in $o.daysAgo
        $o : Order() $o : Visit() ~~ 14 ~~ RULE017 ~~ $o is remembered already: choose another name here
        $o : Order() Customer( tenureMonths > $o.daysLat ) ~~ 42 ~~ RULE012 ~~ Order has no field "daysLat" - did you mean "daysLate"?
        o : Order() ~~ 1 ~~ RULE017 ~~ a remembered fact begins with a dollar sign: $o
        Customer( orders.known ) not Order( $d : daysLate, $d > 3 ) Customer( tenureMonths > $d ) ~~ 86 ~~ RULE017 ~~ nothing above remembers $d: write $d : and a question first
        exists Order( $d : daysLate ) Customer( tenureMonths > $d ) ~~ 56 ~~ RULE017 ~~ nothing above remembers $d: write $d : and a question first
        ( Order( $d : daysLate ) or Visit() ) Customer( tenureMonths > $d ) ~~ 64 ~~ RULE017 ~~ nothing above remembers $d: write $d : and a question first
        java.lang.Object() ~~ 1 ~~ RULE010 ~~ "java.lang.Object" is not a fact
        retention.facts.Order( daysLate > 3 ) ~~ 1 ~~ RULE010 ~~ "retention.facts.Order" is not a fact: write Order alone
        Order( daysLate > 3; ) ~~ 20 ~~ RULE023 ~~ no ; stands between when and then: conditions are divided by commas
        Order() from $x ~~ 1 ~~ RULE004 ~~ "from" is not allowed: ask the fact itself, or a list of the customer
        Order() over window:length( 3 ) ~~ 1 ~~ RULE004 ~~ over is not allowed: ask for ages, as in daysAgo <= 30
        Order() from entry-point "x" ~~ 1 ~~ RULE004 ~~ "from" is not allowed: ask the fact itself, or a list of the customer
        $l : java.util.List( size > 2 ) from collect( Order() ) ~~ 1 ~~ RULE004 ~~ collect is not allowed: ask the list, as in Customer( orders.late(3).count >= 2 )
        forall( $o : Order() Order( daysLate > 3 ) ) ~~ 1 ~~ RULE004 ~~ forall is not allowed: write not before the fact that would break it
        eval( true ) ~~ 1 ~~ RULE004 ~~ eval is not allowed: write the condition in the parentheses of a fact
        ?orders( 1 ) ~~ 1 ~~ RULE004 ~~ only facts can be asked here, such as Customer( ... )
        Order( daysLate > 3 ) @watch( a ) ~~ 1 ~~ RULE004 ~~ @ is not allowed: a fact is asked in its parentheses alone
        not ( Order() and Visit() ) ~~ 1 ~~ RULE004 ~~ behind "not" stands one fact: divide the rule
        if ( 1 < 2 ) do[x] Order() ~~ 1 ~~ RULE004 ~~ if and do are not allowed: write two rules
        /orders[ daysLate > 3 ] ~~ 1 ~~ RULE004 ~~ only facts can be asked here, such as Customer( ... )
        Customer( orders.known ) accumulate( Order( $a : amount ); $s : sum( $a ) ) ~~ 26 ~~ RULE054 ~~ $a may be missing, and cannot be summed up then: ask first $a != null
        Customer( orders.known ) accumulate( Order( $a : product, $a != null ); $s : sum( $a ) ) ~~ 26 ~~ RULE054 ~~ $a is a text, and sum takes a number
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : total( $a ) ) ~~ 26 ~~ RULE054 ~~ there is no "total": write count, sum, min, max or average
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); sum( $a ) ) ~~ 26 ~~ RULE054 ~~ what is summed up needs a name: $sum : sum( ... )
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : sum( $a * 2 ) ) ~~ 26 ~~ RULE054 ~~ sum( ... ) takes one value that the fact before it remembers, as in sum( $paid )
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : sum( System.exit(1) ) ) ~~ 26 ~~ RULE054 ~~ sum( ... ) takes one value that the fact before it remembers, as in sum( $paid )
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ) and Visit(); $s : sum( $a ) ) ~~ 26 ~~ RULE054 ~~ write accumulate( Order( $paid : amount, $paid > 0 ); $sum : sum( $paid ); $sum > 100 ), with one fact
        Customer( orders.known ) $s : Number() from accumulate( Order( $a : amount, $a > 1 ), sum( $a ) ) ~~ 26 ~~ RULE054 ~~ write accumulate( Order( $paid : amount, $paid > 0 ); $sum : sum( $paid ); $sum > 100 ), with one fact
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : sum( $a ); $s > "3" ) ~~ 89 ~~ RULE015 ~~ "$s" is a number, and "3" is none
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : sum( $a ); $t > 3 ) ~~ 84 ~~ RULE017 ~~ nothing above remembers $t: write $t : and a question first - did you mean "$s"?
        Customer( orders.known ) accumulate( Order( $a : amount, $a > 1 ); $s : sum( $a ); amount > 3 ) ~~ 84 ~~ RULE012 ~~ what is summed up has no field "amount"
        accumulate( Order( $a : amount, $a > 1 ); $s : sum( $a ) ) ~~ 13 ~~ RULE014 ~~ that nothing is summed up would hold for a customer of whom nothing is known, too: ask also Customer( orders.known ), or ask its list, as in Customer( orders.none )
        Signal( name == "seen" || name == "gone" ) ~~ 9 ~~ RULE018 ~~ a signal is asked for by its name: Signal( name == "..." )
        Signal( name == 'seen' ) ~~ 17 ~~ RULE050 ~~ write texts in plain double quotes: "..."
        """)
    void what_facts_do_not_answer_is_refused_where_it_stands(String when, int column, String code, String message) {
        rules.trust(rule("a", when, "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.refusal().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.code().id()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo(column + "    ".length());
        });
    }

    @Test
    void every_mistake_of_a_condition_is_told() {
        rules.trust(rule(
                "a",
                "Customer( tenureMonths + orders.count > 3, !( orders.any || visits.any ) )",
                "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:4:15: \"tenureMonths\" may be missing, and nothing can be added or divided then: ask first tenureMonths != null",
                        "trust.drl:4:30: \"orders.count\" may be missing, and nothing can be added or divided then: ask first orders.count != null",
                        "trust.drl:4:51: a list that was not sent would pass: write orders.none",
                        "trust.drl:4:65: a list that was not sent would pass: write visits.none");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", textBlock = """
        fleet vehicles : int     ~~ "fleet" must begin with a capital, and have letters from a to z and digits alone
        Fleet_1 vehicles : int   ~~ "Fleet_1" must begin with a capital, and have letters from a to z and digits alone
        Order vehicles : int     ~~ Order means something else already; choose another name
        Math vehicles : int      ~~ Math means something else already; choose another name
        Evidence vehicles : int  ~~ Evidence means something else already; choose another name
        Segment vehicles : int   ~~ Segment means something else already; choose another name
        Fleet Vehicles : int     ~~ "Vehicles" of Fleet must begin with a small letter, and have letters from a to z and digits alone
        Fleet class : int        ~~ "class" of Fleet means something else already; choose another name
        Fleet str : int          ~~ "str" of Fleet means something else already; choose another name
        Fleet between : int      ~~ "between" of Fleet means something else already; choose another name
        Fleet vehicles : int @key ~~ "vehicles" of Fleet must be declared with its type and nothing else
        Fleet vehicles : int = 3 ~~ "vehicles" of Fleet must be a plain int, double, boolean, String or LocalDate - did you mean "int"?
        Fleet extends Order vehicles : int ~~ Fleet must be declared with plain fields and nothing else
        """)
    void a_declared_fact_is_letters_and_digits(String declared, String message) {
        rules.trust("declare " + declared + " end\n" + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems()).containsExactly("trust.drl:2:1: " + message);
    }

    @Test
    void windows_and_entry_points_are_not_declared() {
        rules.trust("declare window w Order() over window:length(3) end\ndeclare entry-point e end\n"
                + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .anySatisfy(problem -> assertThat(problem).contains("declare window is not allowed"))
                .anySatisfy(problem -> assertThat(problem).contains("declare entry-point is not allowed"));
    }
}
