import type { Rule } from "../../findings/finding.ts";

/**
 * Sentences for two descriptions of which neither is the earlier: our contract and the vendor's description. They say
 * what each has, and not that anything happened. The first row that matches counts.
 */
const rows: readonly (readonly [text: RegExp, sentence: string])[] = [
  // Operations, headers, statuses, properties
  [/^the path was removed.*$/, "the operation's path is in the contract, not in the description"],
  [
    /^the (?:deprecated )?operation was removed.*$/,
    "the operation is in the contract, not in the description",
  ],
  [/ was added to (.*)$/, " is in $1 of the description, not of the contract"],
  [/ was removed from (.*)$/, " is in $1 of the contract, not of the description"],
  [
    /, until now in every (.*), was removed$/,
    " is in every $1 of the contract, not of the description",
  ],
  [/^(.*) was added as (.*)$/, "$1, $2, is in the description, not in the contract"],
  [/ was added$/, " is in the description, not in the contract"],
  [/ was removed.*$/, " is in the contract, not in the description"],
  [/ was deprecated$/, " is deprecated in the description, not in the contract"],
  [
    / was (?:moved forward|put off) from .*$/,
    " is {from} in the contract, {to} in the description",
  ],
  // Security
  [/ is accepted too$/, " is accepted in the description, not in the contract"],
  [/ no longer (asks for \{scheme\}).*$/, " $1 in the contract, for nothing in the description"],
  [/ now (asks for \{scheme\}).*$/, " $1 in the description, for nothing in the contract"],
  // One value in the place of another
  [
    / is written another way: \{from\} became \{to\}$/,
    " is written {from} in the contract, {to} in the description",
  ],
  [
    / is now always \{to\}, no longer \{from\}$/,
    " is always {from} in the contract, {to} in the description",
  ],
  [/ to \{to\}, no longer to \{from\}$/, " to {from} in the contract, to {to} in the description"],
  [
    / may now be any \{to\}, not only \{from\}$/,
    " may be any {to} in the description, only {from} in the contract",
  ],
  [
    / may now be only \{to\}, not any \{from\}$/,
    " may be any {from} in the contract, only {to} in the description",
  ],
  [/ may now be of \w+ types: .*$/, " may be {from} in the contract, {to} in the description"],
  [
    / must be a multiple of .*$/,
    " must be a multiple of {from} in the contract, of {to} in the description",
  ],
  [
    / has its (.*) (?:lowered|raised) from .*$/,
    " has its $1 at {from} in the contract, at {to} in the description",
  ],
  [/ changed its (.*) from .*$/, " has the $1 {from} in the contract, {to} in the description"],
  [/ changed from .*$/, " is {from} in the contract, {to} in the description"],
  [
    / changed its \{keyword\}, which /,
    " has another {keyword} in the description than in the contract, which ",
  ],
  [/ changed its (\w+)$/, " has another $1 in the description than in the contract"],
  [/ changed which (.*)$/, " is not the same in which $1"],
  [/ changed in what /, " is not the same in what "],
  [/^\{what\} changed, which /, "{what} is not the same in the two, which "],
  [
    / must now be (\w+ \{to\}); .*$/,
    " must be $1 in the description, and may be {to} itself in the contract",
  ],
  // What one has and the other has not
  [/ got a (.*): \{to\}$/, " has the $1 {to} in the description, none in the contract"],
  [/ got (the .*)$/, " has $1 in the description, not in the contract"],
  [
    / lost (?:its|the) (.*?),? (\{\w+\})$/,
    " has the $1 $2 in the contract, not in the description",
  ],
  [
    / properties that no longer need others: /,
    " properties that need others in the contract alone: ",
  ],
  [/ properties that now need others: /, " properties that need others in the description alone: "],
  [/ (is|may) no longer (.*)$/, " $1 $2 in the contract, not in the description"],
  [/ (is|may|must) now (?:also )?(.*)$/, " $1 $2 in the description, not in the contract"],
  [/ need no longer (.*)$/, " must $1 in the contract, not in the description"],
  [/ no longer (needs|says) (.*)$/, " $1 $2 in the contract, not in the description"],
  [/ now (needs|says) (.*)$/, " $1 $2 in the description, not in the contract"],
  [/ became (.*)$/, " is $1 in the description, not in the contract"],
];

/** The rule with a sentence that claims no history; what is said of one description alone stays as it is. */
export function withoutHistory<R extends Rule>(rule: R): R {
  const row = rows.find(([text]) => text.test(rule.text));
  return row ? { ...rule, text: rule.text.replace(row[0], row[1]) } : rule;
}
