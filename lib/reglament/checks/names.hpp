// The words of the vocabulary that the checks themselves name.
#pragma once

#include "reglament/records/vocabulary.hpp"

namespace reglament {

struct KnownNames {
  Word acting_for = known_word("acting-for");
  Word addressee = known_word("addressee");
  Word body = known_word("body");
  Word by = known_word("by");
  Word closed = known_word("closed");
  Word collects = known_word("collects");
  Word date = known_word("date");
  Word decided = known_word("decided");
  Word decided_by = known_word("decided-by");
  Word due = known_word("due");
  Word executed = known_word("executed");
  Word executors = known_word("executors");
  Word extensions = known_word("extensions");
  Word from = known_word("from");
  Word granted = known_word("granted");
  Word issued_by = known_word("issued-by");
  Word office = known_word("office");
  Word plan = known_word("plan");
  Word period = known_word("period");
  Word requested = known_word("requested");
  Word steps = known_word("steps");
  Word through = known_word("through");
  Word to = known_word("to");
  Word within = known_word("within");
};

inline const KnownNames& names() {
  static const KnownNames known;
  return known;
}

}  // namespace reglament
