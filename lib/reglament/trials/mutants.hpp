// Mutants: a rule, or what a pack says of all its rules, with one place changed by the smallest step.
//
// Whoever wrote tests that hold the rule sees some test fail for each of them. The operators follow the grammar of
// reglament-rules(5): a number one more and one less, the unit and the date beside it, the other direction, a condition
// or a word of a list dropped, a condition negated, a switch turned. Texts, ids, clauses, severity and whom a finding
// names are left alone, for no outcome hangs on them.
//
// Source    reglament-rules(5), "Mutants".
#pragma once

#include <functional>
#include <string>

#include "reglament/rules/pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

struct Mutant {
  std::string text;  // "check/deadline/no-later-than: 3 days after date -> 4 days after date"; unlike any
                     // other of the same rule or pack
  Mark mark;         // of what is changed
  bool moves_limit = false;  // a number, a day or a time, by one
  YamlTree tree;             // the rule, or pack.yaml, with the change in it
};

using MutantSink = std::function<void(Mutant)>;

// Hands the mutants of one entry of `rules:` to `sink`, in the order of the text. Some are refused by the reader of rules.
// `rule` is what was read of it, `pack` its pack.
void mutate_rule(const YamlReader& in, const Rule& rule, const Pack& pack, const MutantSink& sink);

// The same for pack.yaml: `in-force`, `rollover`, `settings`, `hours`, `dates`, `roles`, `terms`, `extensions`, `settled`,
// `absence`.
void mutate_pack(const YamlReader& in, const Pack& pack, const MutantSink& sink);

}  // namespace reglament
