package retention.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retention.json.CustomerReader;

/** What the lists answer, at their boundaries. Day of the decision: 1 June 2026. */
class QuestionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void a_delivery_is_late_from_the_promised_day_on() {
        Orders orders = customer("'orders':[{'promisedOn':'2026-05-10','deliveredOn':'2026-05-13'}]")
                .orders();
        assertThat(orders.late(3).count()).isEqualTo(1);
        assertThat(orders.late(4).count()).isZero();
    }

    @Test
    void a_delivery_that_is_still_missing_is_late_up_to_today() {
        Orders orders = customer("'orders':[{'promisedOn':'2026-05-30'}]").orders();
        assertThat(orders.overdue().worstDaysLate()).isEqualTo(2);
    }

    @Test
    void a_delivery_due_today_or_cancelled_is_not_late() {
        assertThat(customer("'orders':[{'promisedOn':'2026-06-01'}]")
                        .orders()
                        .late(0)
                        .count())
                .isZero();
        assertThat(customer("'orders':[{'promisedOn':'2026-05-01','cancelledOn':'2026-05-02'}]")
                        .orders()
                        .late(0)
                        .count())
                .isZero();
    }

    @Test
    void an_order_is_kept_when_it_is_known_not_to_have_gone_back() {
        Orders orders = customer(
                        "'orders':[{'amount':200,'returned':false},{'amount':199.99,'returned':true},{'amount':300},{'returned':false}]")
                .orders();
        assertThat(orders.kept().count()).isEqualTo(2);
        assertThat(orders.kept().totalAmount()).isEqualTo(200);
        assertThat(orders.costingAtLeast(200).count()).isEqualTo(2);
        assertThat(customer("'usage':{}").orders().kept().known()).isFalse();
    }

    @Test
    void scores_and_contacts_are_told_together_and_only_where_they_are_known() {
        Customer customer =
                customer("'serviceCases':[{'score':4,'numberOfContacts':1},{'numberOfContacts':3},{'score':5}],"
                        + "'surveys':[{'kind':'CSAT','score':3},{'kind':'NPS','score':10},{'kind':'CSAT'}]");
        assertThat(customer.serviceCases().totalScore()).isEqualTo(9);
        assertThat(customer.serviceCases().mostContacts()).isEqualTo(3);
        assertThat(customer.serviceCases().scoredAtMost(1).totalScore()).isNull();
        assertThat(customer.surveys().of("CSAT").totalScore()).isEqualTo(3);
        assertThat(customer("'usage':{}").surveys().totalScore()).isNull();
    }

    @Test
    void the_mean_of_page_loads_leaves_out_visits_of_which_it_is_not_known() {
        assertThat(customer("'visits':[{'pageLoadMillis':3000},{'pageLoadMillis':3001},{'errors':1}]")
                        .visits()
                        .meanPageLoadMillis())
                .isEqualTo(3000.5);
        assertThat(customer("'visits':[{'errors':1}]").visits().meanPageLoadMillis())
                .isNull();
    }

    @Test
    void a_delivery_without_a_promise_is_neither_late_nor_on_time() {
        assertThat(customer("'orders':[{'deliveredOn':'2026-05-02'}]").orders().worstDaysLate())
                .isNull();
    }

    @Test
    void a_price_above_the_usual_is_told_in_percent_and_only_when_both_are_known() {
        assertThat(customer("'contract':{'monthlyPrice':72,'usualMonthlyPrice':65}")
                        .contract()
                        .dearerThanUsualPercent())
                .isEqualTo(11);
        assertThat(customer("'contract':{'monthlyPrice':13,'usualMonthlyPrice':65}")
                        .contract()
                        .dearerThanUsualPercent())
                .isEqualTo(-80);
        assertThat(customer("'contract':{'monthlyPrice':72}").contract().dearerThanUsualPercent())
                .isNull();
        assertThat(customer("'contract':{'monthlyPrice':72,'usualMonthlyPrice':0}")
                        .contract()
                        .dearerThanUsualPercent())
                .isNull();
    }

    @Test
    void a_percentage_beyond_all_whole_numbers_stays_the_greatest() {
        assertThat(customer("'contract':{'monthlyPrice':90,'usualMonthlyPrice':0.000001}")
                        .contract()
                        .dearerThanUsualPercent())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(customer("'usage':{'featuresInUse':2000000000,'featuresAvailable':1}")
                        .usage()
                        .featureSharePercent())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void a_price_that_will_rise_has_not_risen() {
        assertThat(customer("'contract':{'priceRaisedOn':'2026-05-02'}")
                        .contract()
                        .daysSincePriceRise())
                .isEqualTo(30);
        assertThat(customer("'contract':{'priceRaisedOn':'2026-06-02'}")
                        .contract()
                        .daysSincePriceRise())
                .isNull();
    }

    @Test
    void a_share_of_no_add_ons_at_all_is_not_known() {
        assertThat(customer("'contract':{'addOns':['a'],'addOnsAvailable':3}")
                        .contract()
                        .addOnSharePercent())
                .isEqualTo(33);
        assertThat(customer("'contract':{'addOns':[],'addOnsAvailable':0}")
                        .contract()
                        .addOnSharePercent())
                .isNull();
    }

    @Test
    void the_way_to_the_next_tier_is_known_when_both_ends_are() {
        assertThat(customer("'loyaltyAccount':{'points':800,'pointsToNextTier':200}")
                        .loyaltyAccount()
                        .nextTierPercent())
                .isEqualTo(80);
        assertThat(customer("'loyaltyAccount':{'points':2147483647,'pointsToNextTier':2147483647}")
                        .loyaltyAccount()
                        .nextTierPercent())
                .isEqualTo(50);
        assertThat(customer("'loyaltyAccount':{'points':800,'pointsToNextTier':0}")
                        .loyaltyAccount()
                        .nextTierPercent())
                .isNull();
        assertThat(customer("'loyaltyAccount':{'points':-1,'pointsToNextTier':1}")
                        .loyaltyAccount()
                        .nextTierPercent())
                .isNull();
    }

    @Test
    void whoever_buys_at_every_visit_comes_only_to_buy_and_whoever_never_comes_does_not() {
        assertThat(customer("'usage':{'visitsThisPeriod':2,'purchasesThisPeriod':2}")
                        .usage()
                        .onlyToBuy())
                .isTrue();
        assertThat(customer("'usage':{'visitsThisPeriod':3,'purchasesThisPeriod':2}")
                        .usage()
                        .onlyToBuy())
                .isFalse();
        assertThat(customer("'usage':{'visitsThisPeriod':0,'purchasesThisPeriod':0}")
                        .usage()
                        .onlyToBuy())
                .isFalse();
        assertThat(customer("'usage':{'visitsThisPeriod':2}").usage().onlyToBuy())
                .isNull();
        assertThat(customer("'usage':{'featuresInUse':1,'featuresAvailable':8}")
                        .usage()
                        .featureSharePercent())
                .isEqualTo(13);
    }

    @Test
    void orders_of_one_product_are_counted_together_but_for_those_called_off() {
        String tea = "{'product':'tea'},{'product':'tea'},{'product':'cup'},{},{}";
        assertThat(customer("'orders':[" + tea + "]").orders().boughtAtLeast(2).count())
                .isEqualTo(2);
        assertThat(customer("'orders':[" + tea + "]").orders().boughtAtLeast(3).count())
                .isZero();
        assertThat(customer("'orders':[" + tea + ",{'product':'cup','cancelledOn':'2026-05-01'}]")
                        .orders()
                        .boughtAtLeast(2)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_price_is_compared_only_where_both_are_known() {
        Orders orders = customer(
                        "'orders':[{'amount':10,'otherChannelPrice':9.9},{'amount':10,'otherChannelPrice':10},"
                                + "{'amount':10},{'priceChangePercent':-10},{'priceChangePercent':-9.9},{'priceChangePercent':10}]")
                .orders();
        assertThat(orders.dearerThanOtherChannel().count()).isEqualTo(1);
        assertThat(orders.fallenInPrice(10).count()).isEqualTo(1);
    }

    @Test
    void what_is_used_little_has_arrived_some_time_ago() {
        Orders orders = customer(
                        "'orders':[{'littleUsed':true,'deliveredOn':'2026-05-17'},"
                                + "{'littleUsed':true,'deliveredOn':'2026-05-18'},{'littleUsed':true},{'deliveredOn':'2026-05-01'}]")
                .orders();
        assertThat(orders.littleUsedAfter(14).count()).isEqualTo(1);
    }

    @Test
    void full_price_and_what_goes_with_an_order_must_be_known() {
        Orders orders = customer(
                        "'orders':[{'boughtAtDiscount':false,'goesWith':'filters'},{'boughtAtDiscount':true},{}]")
                .orders();
        assertThat(orders.atFullPrice().count()).isEqualTo(1);
        assertThat(orders.goingWithMore().count()).isEqualTo(1);
    }

    @Test
    void the_last_ninety_days_include_both_ends() {
        String orders =
                "'orders':[{'orderedOn':'2026-06-01'},{'orderedOn':'2026-03-03'},{'orderedOn':'2026-03-02'},{}]";
        assertThat(customer(orders).orders().inLast(90).count()).isEqualTo(2);
        assertThat(customer(orders).orders().olderThan(90).count()).isEqualTo(1);
    }

    @Test
    void a_delivery_is_as_old_as_its_arrival_and_on_time_only_against_a_promise() {
        String orders = "'orders':[{'orderedOn':'2026-01-01','promisedOn':'2026-05-22','deliveredOn':'2026-05-22'},"
                + "{'orderedOn':'2026-05-01','deliveredOn':'2026-05-21'},{'orderedOn':'2026-05-30'}]";
        assertThat(customer(orders).orders().deliveredInLast(10).count()).isEqualTo(1);
        assertThat(customer(orders).orders().deliveredInLast(11).count()).isEqualTo(2);
        assertThat(customer(orders).orders().onTime().count()).isEqualTo(1);
    }

    @Test
    void a_refund_is_pending_until_it_is_paid() {
        Orders orders = customer(
                        "'orders':[{'refundAskedOn':'2026-05-20'},{'refundAskedOn':'2026-05-01','refundPaidOn':'2026-05-25'}]")
                .orders();
        assertThat(orders.refundPendingLongerThan(11).count()).isEqualTo(1);
        assertThat(orders.refundPendingLongerThan(12).count()).isZero();
        assertThat(orders.worstRefundPendingDays()).isEqualTo(12);
    }

    @Test
    void a_complaint_open_for_eight_days_is_open_longer_than_seven() {
        assertThat(customer("'serviceCases':[{'kind':'COMPLAINT','openedOn':'2026-05-24'}]")
                        .serviceCases()
                        .complaints()
                        .openLongerThan(7)
                        .count())
                .isEqualTo(1);
        assertThat(customer("'serviceCases':[{'kind':'COMPLAINT','openedOn':'2026-05-25'}]")
                        .serviceCases()
                        .complaints()
                        .openLongerThan(7)
                        .count())
                .isZero();
        assertThat(customer("'serviceCases':[{'kind':'COMPLAINT','openedOn':'2026-05-01','resolvedOn':'2026-05-30'}]")
                        .serviceCases()
                        .complaints()
                        .openLongerThan(7)
                        .count())
                .isZero();
    }

    @Test
    void the_latest_survey_is_of_the_kind_asked_for() {
        Surveys surveys = customer(
                        "'surveys':[{'kind':'NPS','score':3,'answeredOn':'2026-01-01'},{'kind':'NPS','score':9,'answeredOn':'2026-02-01'},{'kind':'CSAT','score':1,'answeredOn':'2026-03-01'}]")
                .surveys();
        assertThat(surveys.latest("NPS")).extracting(Survey::score).isEqualTo(9);
        assertThat(surveys.latest("CES")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> surveys.latest("NSP"));
    }

    @Test
    void use_is_compared_with_the_customers_own_habit_and_the_larger_fall_counts() {
        assertThat(customer(
                                "'usage':{'visitsThisPeriod':6,'visitsPreviousPeriod':12,'purchasesThisPeriod':9,'purchasesPreviousPeriod':10}")
                        .usage()
                        .dropPercent())
                .isEqualTo(50);
        assertThat(customer("'usage':{'visitsThisPeriod':6,'visitsPreviousPeriod':0}")
                        .usage()
                        .dropPercent())
                .isNull();
        assertThat(customer("'usage':{'visitsThisPeriod':6}").usage().dropPercent())
                .isNull();
        assertThat(customer("'usage':{'visitsThisPeriod':9,'visitsPreviousPeriod':6}")
                        .usage()
                        .dropPercent())
                .isEqualTo(-50);
    }

    @Test
    @Timeout(20)
    void ten_thousand_consents_are_asked_a_thousand_times_in_no_time() {
        String given = "{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-02'},";
        String withdrawn = "{'channel':'EMAIL','purpose':'MARKETING','withdrawnOn':'2026-01-01'},";
        Consents consents = customer("'consents':[" + given.repeat(5_000) + withdrawn.repeat(4_999)
                        + withdrawn.replace("},", "}") + "]")
                .consents();
        for (int asked = 0; asked < 1_000; asked++) {
            assertThat(consents.allow(Channel.EMAIL, Purpose.MARKETING)).isTrue();
        }
    }

    @Test
    void a_consent_holds_from_the_day_it_was_given_to_its_last_day() {
        assertThat(allowed("'givenOn':'2026-06-01'")).isTrue();
        assertThat(allowed("'givenOn':'2026-06-02'")).isFalse();
        assertThat(allowed("'givenOn':'2026-01-01','endsOn':'2026-06-01'")).isTrue();
        assertThat(allowed("'givenOn':'2026-01-01','endsOn':'2026-05-31'")).isFalse();
        assertThat(allowed("'givenOn':'2026-01-01','withdrawnOn':'2026-06-01'")).isFalse();
        assertThat(allowed("'endsOn':'2027-01-01'")).isFalse();
    }

    @Test
    void one_withdrawal_closes_a_channel_that_another_record_opened() {
        Consents consents = customer(
                        "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'},{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2025-01-01','withdrawnOn':'2026-02-01'}]")
                .consents();
        assertThat(consents.allow(Channel.EMAIL, Purpose.MARKETING)).isFalse();
        assertThat(consents.allow(Channel.SMS, Purpose.MARKETING)).isFalse();
    }

    @Test
    void a_request_to_cancel_is_open_until_it_is_settled() {
        assertThat(customer("'departureSigns':[{'kind':'ASKED_TO_CANCEL','seenOn':'2026-05-30'}]")
                        .askedToCancel())
                .isTrue();
        assertThat(customer(
                                "'departureSigns':[{'kind':'ASKED_TO_CANCEL','seenOn':'2026-05-30','settledOn':'2026-06-01'}]")
                        .askedToCancel())
                .isFalse();
        assertThat(customer("'departureSigns':[{'kind':'ASKED_HOW_TO_CANCEL','seenOn':'2026-05-30'}]")
                        .askedToCancel())
                .isFalse();
    }

    @Test
    void today_answers_from_the_day_of_the_decision() {
        var today = new Today(LocalDate.of(2028, 2, 29));
        assertThat(today.month()).isEqualTo(2);
        assertThat(today.weekday()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(today.between("2028-02-29", "2028-03-01")).isTrue();
        assertThat(today.between("2028-03-01", "2028-03-02")).isFalse();
        for (String no : List.of("2026-02-30", "2027-02-29", "2026-13-01", "2026-1-101", "2026-12-1x", "soon")) {
            assertThatThrownBy(() -> today.between(no, "2028-03-02")).isInstanceOf(DateTimeParseException.class);
        }
    }

    @Test
    void what_lies_ahead_has_not_happened() {
        Orders orders = customer(
                        "'orders':[{'promisedOn':'2026-05-25','deliveredOn':'2026-06-10','refundAskedOn':'2026-05-01','refundPaidOn':'2026-07-10'}]")
                .orders();
        assertThat(orders.delivered().count()).isZero();
        assertThat(orders.overdue().worstDaysLate()).isEqualTo(7);
        assertThat(orders.worstRefundPendingDays()).isEqualTo(31);
        ServiceCases cases = customer("'serviceCases':[{'openedOn':'2026-05-01','resolvedOn':'2026-12-20'}]")
                .serviceCases();
        assertThat(cases.open().count()).isEqualTo(1);
        assertThat(cases.resolvedInLast(30).count()).isZero();
        assertThat(customer("'since':'2026-06-20'").tenureMonths()).isNull();
    }

    @Test
    void the_latest_has_a_day_and_is_not_ahead() {
        Orders orders = customer(
                        "'orders':[{'id':'none'},{'id':'ahead','orderedOn':'2027-01-01'},{'id':'old','orderedOn':'2026-05-01'}]")
                .orders();
        assertThat(orders.latest()).extracting(Order::id).isEqualTo("old");
        assertThat(orders.daysSinceLatest()).isEqualTo(31);
    }

    @Test
    void tenure_is_in_whole_months() {
        assertThat(customer("'since':'2026-01-02'").tenureMonths()).isEqualTo(4);
        assertThat(customer("'since':'2026-01-01'").tenureMonths()).isEqualTo(5);
    }

    private static boolean allowed(String consent) {
        return customer("'consents':[{'channel':'EMAIL','purpose':'MARKETING'," + consent + "}]")
                .consents()
                .allow(Channel.EMAIL, Purpose.MARKETING);
    }

    private static Customer customer(String facts) {
        String json = ("{'id':'x'," + facts + "}").replace('\'', '"');
        return CustomerReader.read(json.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
