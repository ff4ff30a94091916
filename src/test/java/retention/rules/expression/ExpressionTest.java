package retention.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the parentheses of a fact, and what whoever writes something else is told. */
class ExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
        daysLate = 3 ~~ 10 ~~ to compare write ==
        daysLate === 3 ~~ 10 ~~ to compare write ==
        daysLate <> 3 ~~ 10 ~~ for unequal write !=
        daysLate => 3 ~~ 10 ~~ write >= instead of =>
        daysLate =< 3 ~~ 10 ~~ write <= instead of =<
        daysLate >= 3 & daysLate <= 5 ~~ 15 ~~ for "and" write &&, or a comma
        daysLate >= 3 | overdue ~~ 15 ~~ for "or" write ||
        daysLate >= 3 and daysLate <= 5 ~~ 15 ~~ for "and" write &&, or a comma
        daysLate >= 3 AND daysLate <= 5 ~~ 15 ~~ for "and" write &&, or a comma
        damaged == true or defective == true ~~ 17 ~~ for "or" write ||
        daysLate >= 3 && or defective == true ~~ 18 ~~ for "or" write ||
        daysLate >= 3 && <= 5 ~~ 18 ~~ say again what is compared: daysLate >= 3 && daysLate <= 5
        daysLate >= 3 <= 5 ~~ 15 ~~ compare two values at a time, as in days >= 3 && days <= 5
        3 <= daysLate <= 5 ~~ 15 ~~ compare two values at a time, as in days >= 3 && days <= 5
        daysLate between 3 and 5 ~~ 10 ~~ write daysLate >= 3, daysLate <= 5
        product == 'lamp' ~~ 12 ~~ write texts in plain double quotes: "..."
        product == “lamp” ~~ 12 ~~ write " instead of “
        product == "lamp ~~ 12 ~~ the quote that ends this text is missing
        product == lamp" ~~ 16 ~~ the quote that ends this text is missing
        product is "lamp" ~~ 9 ~~ write == instead of "is": product == "lamp"
        product like "l%" ~~ 9 ~~ write == for a whole text, or matches "a.*" for its shape
        product equals "lamp" ~~ 9 ~~ write == instead of "equals": product == "lamp"
        product memberOf ( "a", "b" ) ~~ 9 ~~ write in ( ... ) with the values in the parentheses
        product excludes "a" ~~ 9 ~~ write not contains
        product startsWith "a" ~~ 9 ~~ write str[startsWith]
        product str[length] 3 ~~ 13 ~~ between these brackets stands startsWith or endsWith
        product str startsWith "a" ~~ 9 ~~ an operator such as == or && is missing before str
        product soundslike "a" ~~ 9 ~~ write == or matches
        daysLate >= 10% ~~ 15 ~~ write the number alone, without %
        daysLate >= 3,5 ~~ 14 ~~ a comma ends the condition; the decimal point is a point, as in 3.5
        daysLate >= 10 days ~~ 16 ~~ a number stands alone, without unit or currency: write 10
        daysLate >= 010 ~~ 13 ~~ a number does not begin with a zero: write 10
        daysLate >= 0x10 ~~ 13 ~~ a number is digits alone, with a point for decimals: 1000 or 3.5
        daysLate >= 1_000 ~~ 13 ~~ a number is digits alone, with a point for decimals: 1000 or 3.5
        daysLate >= 5L ~~ 13 ~~ a number is digits alone, with a point for decimals: 1000 or 3.5
        daysLate >= 1e5 ~~ 13 ~~ a number is digits alone, with a point for decimals: 1000 or 3.5
        daysLate >= 5. ~~ 13 ~~ a number is digits alone, with a point for decimals: 1000 or 3.5
        daysLate >= .5 ~~ 13 ~~ a number begins with a digit, as in 0.5
        daysLate >= - ~~ 13 ~~ a minus sign stands before a number, or between two values
        daysLate >= ~~ 12 ~~ a value is missing at the end
        >= 3 ~~ 1 ~~ what is compared must stand before >=
        daysLate >= 3 + ~~ 16 ~~ a value is missing at the end
        daysLate > --3 ~~ 12 ~~ nothing is changed here: to compare write ==
        daysLate++ ~~ 9 ~~ nothing is changed here: to compare write ==
        daysLate += 3 ~~ 10 ~~ nothing is changed here: to compare write ==
        new java.util.Date() != null ~~ 1 ~~ rules ask and do not program: write questions to facts, and comparisons
        product[0] == "a" ~~ 8 ~~ [ ] is not known: ask a list, as in orders.latest!.product
        [ daysLate ] > 3 ~~ 1 ~~ [ ] is not known: ask a list, as in orders.latest!.product
        this#Order.daysLate > 3 ~~ 1 ~~ write the name of a field alone, without "this"
        ((Order) product).daysLate > 3 ~~ 10 ~~ an operator such as == or && is missing before product
        product -> product ~~ 9 ~~ rules ask and do not program: write questions to facts, and comparisons
        Order::daysLate ~~ 1 ~~ "Order" asks nothing: compare it with something
        daysLate > 3 ? true : false ~~ 14 ~~ there is no choice in a condition: write two rules, or conditions with || between them
        this.daysLate > 3 ~~ 1 ~~ write the name of a field alone, without "this"
        this == $order ~~ 1 ~~ write the name of a field alone, without "this"
        this after $other ~~ 1 ~~ write the name of a field alone, without "this"
        orderedOn after "2026-01-01" ~~ 11 ~~ compare ages in days, as in daysAgo <= 30, or two dates with < and >
        eval( true ) ~~ 1 ~~ write the condition without eval
        not daysLate > 3 ~~ 1 ~~ "not" stands before in, matches or contains: write !( ... ) around a condition
        not( daysLate > 3 ) ~~ 1 ~~ "not" stands before in, matches or contains: write !( ... ) around a condition
        !daysLate > 3 ~~ 1 ~~ write !( ... ) around the whole comparison
        !3 ~~ 2 ~~ behind ! stands a question with yes or no, or a condition in parentheses
        !!( damaged == true ) ~~ 1 ~~ two ! say nothing: write the condition without them
        ( daysLate > 3 ~~ 15 ~~ a parenthesis ) is missing
        daysLate > 3 ) ~~ 14 ~~ this parenthesis closes nothing
        daysLate > ( 3 ~~ 15 ~~ a parenthesis ) is missing
        ( daysLate > 3 ) == true ~~ 18 ~~ a condition cannot be compared: join conditions with && or ||
        ( daysLate > 3 ) + 1 > 2 ~~ 18 ~~ only numbers can be added, subtracted, multiplied and divided
        daysLate == ( amount > 3 ) ~~ 15 ~~ a condition cannot be compared: join conditions with && or ||
        3 ~~ 1 ~~ "3" asks nothing: compare it with something; the decimal point is a point, as in 3.5
        "lamp" ~~ 1 ~~ "lamp" asks nothing: compare it with something
        true ~~ 1 ~~ "true" asks nothing: compare it with something
        amount + 3 ~~ 1 ~~ "( amount + 3 )" asks nothing: compare it with something
        amount + 3 || damaged == true ~~ 1 ~~ "( amount + 3 )" asks nothing: compare it with something
        Segment.PRICE ~~ 1 ~~ "Segment.PRICE" asks nothing: compare it with something
        Segment ~~ 1 ~~ "Segment" asks nothing: compare it with something
        segment == PRICE() ~~ 12 ~~ "PRICE" cannot be asked here: questions begin with a small letter, and a word is written with its list, as in Segment.PRICE
        segment == Segment.PRICE.name() ~~ 12 ~~ "Segment.PRICE" cannot be asked anything: ask facts, whose questions begin with a small letter
        System.exit(0) ~~ 1 ~~ "System.exit" cannot be asked anything: ask facts, whose questions begin with a small letter
        "x".length() > 3 ~~ 4 ~~ nothing can be asked of "x": ask a fact
        3.count > 3 ~~ 2 ~~ nothing can be asked of 3: ask a fact
        orders.late(3.count ~~ 14 ~~ nothing can be asked of 3: ask a fact
        orders.late(3, ).any ~~ 16 ~~ a value is missing before )
        orders.late($n).any ~~ 13 ~~ only numbers, texts in quotes and words such as Segment.PRICE may stand here
        orders.late(null).any ~~ 13 ~~ only numbers, texts in quotes and words such as Segment.PRICE may stand here
        orders.late(1 + 2).any ~~ 15 ~~ the parenthesis ) of the question is missing before +
        orders. > 3 ~~ 9 ~~ the name of a question is missing behind the point
        orders..count > 3 ~~ 8 ~~ the name of a question is missing behind the point
        orders.$count > 3 ~~ 8 ~~ the name of a question is missing behind the point
        orders! .count > 3 ~~ 7 ~~ write !. in one piece
        late : daysLate ~~ 1 ~~ a remembered value begins with a dollar sign: $late
        $1 : daysLate ~~ 1 ~~ behind the dollar sign stands a name of letters and digits, as in $days
        3 : daysLate ~~ 1 ~~ a value is remembered under a name: $days : ...
        $late := daysLate ~~ 7 ~~ to remember a value write : instead of :=
        $late : daysLate + 3 ~~ 9 ~~ $late must remember one answer: add and subtract in a comparison, or behind "then"
        $late : 3 ~~ 9 ~~ $late must remember one answer: add and subtract in a comparison, or behind "then"
        $late : ( daysLate > 3 ) ~~ 11 ~~ $late must remember one answer: add and subtract in a comparison, or behind "then"
        $late : daysLate || damaged == true ~~ 18 ~~ remember a value in a condition of its own, with a comma behind it
        damaged == true || $late : daysLate ~~ 26 ~~ a value is remembered at the beginning of a condition: $days : ...
        daysLate in 3, 4 ~~ 13 ~~ write in ( 3, 4 )
        daysLate in () ~~ 14 ~~ a value is missing before )
        daysLate in ( 3 4 ) ~~ 17 ~~ a comma or the parenthesis ) is missing before 4
        daysLate in ( 3, null ) ~~ 18 ~~ only numbers, texts in quotes and words such as Segment.PRICE may stand here
        daysLate in ( 3, $n ) ~~ 18 ~~ only numbers, texts in quotes and words such as Segment.PRICE may stand here
        daysLate not > 3 ~~ 10 ~~ "not" stands before in, matches or contains: write !( ... ) around a condition
        // comment daysLate > 3 ~~ 1 ~~ a comment stands above the rule, not in a condition
        daysLate > /* three */ 3 ~~ 12 ~~ a comment stands above the rule, not in a condition
        daysLate > 3; damaged == true ~~ 13 ~~ conditions are divided by commas, not by ;
        daysLate （> 3） ~~ 10 ~~ write ( instead of （
        daysLate ＞ 3 ~~ 10 ~~ write > instead of ＞
        daysLate ≥ 3 ~~ 10 ~~ write >= instead of ≥
        daysLate > 3 ！ ~~ 14 ~~ write ! instead of ！
        @daysLate > 3 ~~ 1 ~~ rules ask and do not program: write questions to facts, and comparisons
        { daysLate > 3 } ~~ 1 ~~ rules ask and do not program: write questions to facts, and comparisons
        daysLate > 3 € ~~ 14 ~~ the character € means nothing here
        daysLate 3 ~~ 10 ~~ an operator such as == or && is missing before 3
        daysLate $n ~~ 10 ~~ an operator such as == or && is missing before $n
        product matches ~~ 16 ~~ a value is missing at the end
        product not "a" ~~ 9 ~~ "not" stands before in, matches or contains: write !( ... ) around a condition
        daysLate >= 3 damaged ~~ 15 ~~ write 3 alone; another condition begins behind a comma or &&
        a instanceof B ~~ 3 ~~ rules ask and do not program: write questions to facts, and comparisons
        ((((((((((((((((((((((((((((((( a > 1 ))))))))))))))))))))))))))))))) ~~ 33 ~~ too many parentheses stand within each other
        """)
    void what_else_is_written_is_refused_where_it_stands(String text, int column, String sentence) {
        assertThat(Reading.of(text)).isEqualTo(new Reading(null, new Mistake(column - 1, sentence)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
        orders.late( 3 ) .inLast(90).count>=1        ~~ orders.late(3).inLast(90).count >= 1
        a == 1 || b == 2 && c == 3                   ~~ ( a == 1 || ( b == 2 && c == 3 ) )
        ( a == 1 || b == 2 ) && c == 3               ~~ ( ( a == 1 || b == 2 ) && c == 3 )
        !( a == 1 )                                  ~~ !( a == 1 )
        !orders.any                                  ~~ !orders.any
        a + 2 * b - 1 > -3.5                         ~~ ( ( a + ( 2 * b ) ) - 1 ) > -3.5
        ( a + 2 ) * b > 3                            ~~ ( ( a + 2 ) * b ) > 3
        a / 2 / 3.0 > 1                              ~~ ( ( a / 2 ) / 3.0 ) > 1
        $late : orders.late(3).count                 ~~ $late : orders.late(3).count
        $late : daysLate > 3                         ~~ $late : daysLate > 3
        $a > $o.amount                               ~~ $a > $o.amount
        surveys.latest("NPS")!.score in (1,2)        ~~ surveys.latest("NPS")!.score in ( 1, 2 )
        segment not in ( Segment.PRICE )             ~~ segment not in ( Segment.PRICE )
        product not matches "a.*"                    ~~ product not matches "a.*"
        product str[startsWith] "a"                  ~~ product str[startsWith] "a"
        between("2026-01-01", "2026-01-02")          ~~ between("2026-01-01", "2026-01-02")
        product == "（“’€😀 // && it's /* */"          ~~ product == "（“’€😀 // && it's /* */"
        damaged == null || damaged != false          ~~ ( damaged == null || damaged != false )
        """)
    void what_may_be_written_is_read(String text, String oneWay) {
        Reading reading = Reading.of(text);
        assertThat(reading.mistake()).isNull();
        assertThat(reading.condition()).hasToString(oneWay);
        assertThat(Reading.of(oneWay).condition()).hasToString(oneWay);
    }

    @Test
    void every_part_knows_where_it_stands() {
        Either either = (Either) Objects.requireNonNull(
                Reading.of("  a == 1 ||  orders . late( 3 )").condition());
        Comparison comparison = (Comparison) either.parts().get(0);
        Chain chain = (Chain) either.parts().get(1);
        assertThat(comparison.begin()).isEqualTo(2);
        assertThat(comparison.at()).isEqualTo(4);
        assertThat(comparison.right().begin()).isEqualTo(7);
        assertThat(chain.begin()).isEqualTo(13);
        assertThat(chain.steps().get(1).at()).isEqualTo(22);
        assertThat(chain.steps().get(1).arguments().get(0).begin()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a == \"x\ty\"", "a == \"x\\u0022\"", "a == \"x\ny\"", "a == \"x\u0000\""})
    void a_text_holds_no_character_that_a_compiler_takes_for_a_sign(String text) {
        assertThat(Reading.of(text).mistake()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xa0, 0x200b, 0x3000, 0xfeff})
    void what_looks_like_a_blank_is_named(int blank) {
        assertThat(Reading.of("a ==" + Character.toString(blank) + "1").mistake())
                .isEqualTo(new Mistake(4, "something invisible stands here that is no blank: delete it"));
    }

    @Test
    void a_condition_without_end_is_not_read() {
        assertThat(Reading.of("a == 1" + " || a == 1".repeat(500)).mistake())
                .isEqualTo(new Mistake(0, "this condition is too long to be read: divide the rule"));
        assertThat(Reading.of("(".repeat(3_000)).mistake()).isNotNull();
        assertThat(Reading.of("!".repeat(3_000)).mistake()).isNotNull();
    }
}
