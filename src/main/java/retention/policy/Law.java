package retention.policy;

import java.util.Map;
import java.util.TreeMap;
import retention.advice.Action;
import retention.advice.Catalogue;

/**
 * The law that holds for a customer, with the actions as they are worded under it. Built once for a rule book; immutable.
 *
 * @param worded the actions that carry a price of the customer's own, with what the law wants said, by code
 */
record Law(Jurisdiction terms, Map<String, Action> worded) {

    static Law of(Jurisdiction terms, Catalogue catalogue, ContactPolicy policy) {
        var worded = new TreeMap<String, Action>();
        if (!terms.disclosure().isEmpty()) {
            catalogue.actions().forEach((code, action) -> {
                if (action.tags().stream().anyMatch(policy.personalPrice()::contains)) {
                    worded.put(code, disclosing(action, terms.disclosure()));
                }
            });
        }
        return new Law(terms, worded);
    }

    /** An action with the words that the law wants for it. */
    Action worded(Action action) {
        return worded.getOrDefault(action.code(), action);
    }

    /** A language without words of its own gets the English ones: said in another language is better than not said. */
    private static Action disclosing(Action action, Map<String, String> disclosure) {
        var text = new TreeMap<String, String>();
        action.text().forEach((language, words) -> {
            String told = disclosure.getOrDefault(language, disclosure.getOrDefault("en", ""));
            text.put(language, words + (language.startsWith("zh") ? "" : " ") + told);
        });
        return action.saying(text);
    }
}
