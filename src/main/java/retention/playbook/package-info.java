/** The playbook as a page for people who do not program: plays, rules and actions in Markdown. */
@NullMarked
package retention.playbook;

import org.jspecify.annotations.NullMarked;
