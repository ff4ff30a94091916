package retention.rules.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The smallest single change of a customer's JSON that makes an action appear, or vanish when it is advised.
 *
 * @param advised whether it is advised as things are
 * @param change null when no single change that was tried does it
 * @param tried how many changes were tried, from the smallest on
 * @param says one sentence by language ("en", "zh")
 */
public record WhatIf(
        String action, boolean advised, @Nullable Change change, int tried, Map<String, String> says) {

    /** The outcome of a search. */
    public static WhatIf of(String action, boolean advised, SmallestChange found) {
        Change change = found.change();
        Map<String, String> says = change == null ? none(action, advised, found) : said(action, advised, change);
        return new WhatIf(action, advised, change, found.tried(), says);
    }

    private static Map<String, String> none(String action, boolean advised, SmallestChange found) {
        String more = found.left() == 0 ? "" : "; " + found.left() + " more were not tried";
        String chinese = found.left() == 0 ? "" : "；另有 " + found.left() + " 处未试";
        return Sayings.both(
                "none of the " + found.tried() + " single changes that were tried would make " + action
                        + (advised ? " vanish" : " appear") + more,
                "试过的 " + found.tried() + " 处单项改动都不会让 " + action + (advised ? " 消失" : " 出现") + chinese);
    }

    private static Map<String, String> said(String action, boolean advised, Change change) {
        return switch (change.kind()) {
            case CHANGED ->
                Sayings.both(
                        english(
                                action,
                                advised,
                                change.path() + " were " + change.to() + " instead of " + change.from()),
                        chinese(action, advised, change.path() + " 是 " + change.to() + " 而不是 " + change.from()));
            case FILLED ->
                Sayings.both(
                        english(action, advised, change.path() + ", which is not known, were " + change.to()),
                        chinese(action, advised, "未知的 " + change.path() + " 是 " + change.to()));
            case REMOVED ->
                Sayings.both(
                        english(action, advised, change.path() + " were not there"),
                        chinese(action, advised, "没有 " + change.path()));
            case ADDED ->
                Sayings.both(
                        english(action, advised, "there were one more, " + change.path() + ": " + change.to()),
                        chinese(action, advised, "多一项 " + change.path() + "：" + change.to()));
        };
    }

    private static String english(String action, boolean advised, String change) {
        return "if " + change + ", " + action + (advised ? " would not be advised" : " would be advised");
    }

    private static String chinese(String action, boolean advised, String change) {
        return "如果 " + change + "，" + (advised ? "就不会建议 " : "就会建议 ") + action;
    }
}
