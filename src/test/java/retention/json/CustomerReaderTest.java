package retention.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retention.facts.Customer;

class CustomerReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void an_id_alone_is_a_customer_of_whom_nothing_is_known() {
        Customer customer = read("{'id':'x'}");
        assertThat(customer.asOf().day()).isEqualTo(TODAY);
        assertThat(customer.tenureMonths()).isNull();
        assertThat(customer.orders().count()).isNull();
        assertThat(customer.orders().late(1).inLast(90).count()).isNull();
        assertThat(customer.orders().none()).isFalse();
        assertThat(customer.contract().known()).isFalse();
        assertThat(customer.contract().daysToEnd()).isNull();
        assertThat(customer.usage().dropPercent()).isNull();
    }

    @Test
    void an_empty_list_is_known_to_be_empty() {
        Customer customer = read("{'id':'x','orders':[]}");
        assertThat(customer.orders().count()).isZero();
        assertThat(customer.orders().late(1).count()).isZero();
        assertThat(customer.orders().none()).isTrue();
    }

    @Test
    void null_means_not_known_as_if_it_had_been_left_out() {
        assertThat(FactsHash.of(read("{'id':'x','since':null,'orders':null,'contract':null,'asOf':null}")))
                .isEqualTo(FactsHash.of(read("{'id':'x'}")));
    }

    @Test
    void ages_count_from_asOf_wherever_it_stands_in_the_text() {
        Customer first = read("{'asOf':'2026-03-01','id':'x','orders':[{'promisedOn':'2026-02-20'}]}");
        Customer last = read("{'id':'x','orders':[{'promisedOn':'2026-02-20'}],'asOf':'2026-03-01'}");
        assertThat(first.orders().worstDaysLate()).isEqualTo(9);
        assertThat(last.orders().worstDaysLate()).isEqualTo(9);
    }

    @Test
    void the_hash_is_of_the_facts_not_of_their_layout() {
        String hash = FactsHash.of(read("{'id':'x','orders':[{'id':'1','amount':5}],'language':'en'}"));
        assertThat(FactsHash.of(read(" {'language' : 'en', 'orders':[ {'amount':5.0,'id':'1'} ],'id':'x'}")))
                .isEqualTo(hash);
        assertThat(FactsHash.of(read("{'id':'x','orders':[{'id':'1','amount':6}],'language':'en'}")))
                .isNotEqualTo(hash);
        assertThat(FactsHash.of(read("{'id':'x','orders':[]}"))).isNotEqualTo(FactsHash.of(read("{'id':'x'}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'id':'x','ordrs':[]}                            | ordrs                   | is not known - did you mean "orders"?
        {'id':'x','orders':[{},{'deliverdOn':null}]}     | orders[1].deliverdOn    | is not known - did you mean "deliveredOn"?
        {'id':'x','orders':[{'asOf':'2026-01-01'}]}      | orders[0].asOf          | is not known here: the whole customer has one
        {'id':'x','orders':[{'promisedOn':'2026-02-30'}]}| orders[0].promisedOn    | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':'2026-01-01T00:00:00'}         | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':[2026,1,1]}                    | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':20000}                         | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':''}                            | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':'+999999999-12-31'}            | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','since':'-0001-02-03'}                 | since                   | must be a date that exists, written yyyy-mm-dd
        {'id':'x','contract':{'addOns':[null]}}          | contract                | has an empty item (null) in a list
        {'id':'x','contract':{'addOns':['a',['b'],'c']}} | contract.addOns         | holds a list where a text belongs
        {'id':'x','contract':{'addOns':[['a']]}}         | contract.addOns         | holds a list where a text belongs
        {'id':'x','contract':{'addOns':['a',{}]}}        | contract.addOns[1]      | must be a text in quotes
        {'id':'x','asOf':'tomorrow'}                     | asOf                    | must be a date that exists, written yyyy-mm-dd
        {'id':'x','segment':'price'}                     | segment                 | must be one of CONVENIENCE, PRICE, RELATIONSHIP - did you mean "PRICE"?
        {'id':'x','segment':1}                           | segment                 | must be one of CONVENIENCE, PRICE, RELATIONSHIP
        {'id':'x','consents':[{'channel':'EMIAL'}]}      | consents[0].channel     | must be one of EMAIL, PHONE, SMS, APP, POST - did you mean "EMAIL"?
        {'id':'x','lifetimeValue':'5'}                   | lifetimeValue           | must be a number
        {'id':'x','lifetimeValue':1e999}                 | lifetimeValue           | is a number too large
        {'id':'x','birthdayMonth':1.5}                   | birthdayMonth           | must be a whole number
        {'id':'x','birthdayMonth':99999999999}           | birthdayMonth           | is a number too large
        {'id':'x','birthdayMonth':13}                    | birthdayMonth           | must be from 1 to 12
        {'id':'x','surveys':[{'kind':'NPS','score':11}]} | surveys[0].score        | must be from 0 to 10
        {'id':'x','objectsToMarketing':'yes'}            | objectsToMarketing      | must be true or false
        {'id':'x','orders':{}}                           | orders                  | must be a list: [ ... ]
        {'id':'x','orders':[null]}                       | orders[0]               | has an empty item (null)
        {'id':'x','contract':5}                          | contract                | must be an object: { ... }
        {'id':'x','extensions':{'Fleet':{}}}             | extensions.Fleet        | must be a list: [ ... ]
        {'id':5}                                         | id                      | must be a text in quotes
        {'id':' '}                                       | id                      | is missing
        {'orders':[]}                                    | id                      | is missing
        {'id':'x','id':'y'}                              | ``                      | has the same key twice (line 1, column 11)
        {'id':'x','orders':[{'id':'o','amount':1,'id':'p'}]} | orders[0]              | has the same key twice (line 1, column 42)
        {'id':'x','kind':null,'kind':null}               | ``                      | has the same key twice (line 1, column 23)
        {'id':'x','extensions':{'Seat':[{'row':1,'row':2}]}} | extensions.Seat[0]     | has the same key twice (line 1, column 42)
        {'id':'x','extensions':{'Seat':[],'Seat':[]}}    | extensions              | has the same key twice (line 1, column 35)
        {'id':'x'                                        | ``                      | ends too early (line 1, column 10)
        {'id':'x'} 3                                     | ``                      | goes on after its end (line 1, column 12)
        {'id':'x','lifetimeValue':NaN}                   | ``                      | is not well-formed (line 1, column 30)
        []                                               | ``                      | must be an object: { ... }
        null                                             | ``                      | is not a customer: a JSON object with at least an "id" is needed
        """)
    void a_mistake_is_named_with_its_place(String json, String path, String problem) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> read(json)).satisfies(bad -> {
            assertThat(bad.path()).isEqualTo(path);
            assertThat(bad.problem()).isEqualTo(problem);
        });
    }

    @Test
    void an_error_never_repeats_what_was_sent() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> read("{'id':'x','since':'Jane Doe, Elm Street'}"))
                .satisfies(bad -> assertThat(bad.words()).doesNotContain("Jane"));
    }

    @Test
    void a_document_too_deep_or_a_list_too_long_is_refused() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> read("{'id':'x','extensions':{'A':[{'x':" + "[".repeat(50)))
                .withMessageContaining("too large");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> read("{'id':'x','orders':[" + "{},".repeat(10_000) + "{}]}"))
                .withMessageContaining("has more than 10000 items");
    }

    private static Customer read(String json) {
        return CustomerReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
