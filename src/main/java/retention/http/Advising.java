package retention.http;

import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.json.Json;

/** One customer's JSON in, one advice's JSON out. Thread-safe. */
record Advising(Endpoints endpoints) {

    /** Answers the customer in a part of an array; throws BadRequest for one that cannot be read. */
    byte[] answer(byte[] json, int from, int length) {
        Customer customer =
                CustomerReader.read(json, from, length, endpoints.today().get());
        return Json.write(endpoints.advise().apply(customer));
    }
}
