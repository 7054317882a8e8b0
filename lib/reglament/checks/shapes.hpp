// Records of one shape fare alike under most rules, and need not be judged one by one.
//
// The shape of a record is all of it but its dates, times, numbers, texts, links, offices and bodies: which fields it
// holds, how they nest, the words and the marks in them, of each date whether it lies after the as-of day, of each office
// the role and whether it ever acts for another. A judgement
// that looked at nothing else (World::looked) comes out the same for every record of that shape: it is made once and then
// only counted. What is to be told record by record, a violation, is always judged.
//
// What a judgement may look at without a note in World::looked is a thing that the shape holds: whoever adds to the one
// adds to the other. tests/property/shapes_property_test.cpp holds both ways of judging against each other.
#pragma once

#include "reglament/checks/ledger.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace reglament {

using ShapeKey = std::vector<std::uint64_t>;

// Writes the key of `record` into `key`; false where it has none, for it is too large. `era`: between which of the days on
// which a rule of the pack begins or ends its date lies.
bool shape_of(const Record& record, const Register& offices, Day as_of, std::size_t era, ShapeKey& key);

// What else the fates of one shape may hang on, where a rule asked.
struct Answers {
  bool settled_is_over = false;   // the pack holds absence against the record by now
  std::optional<bool> overdue;
};

// The fates of the records of one shape of which the answers are the same.
struct Alike {
  struct Repeated {
    RuleAtType* at = nullptr;
    std::vector<ItemFate> items;
    std::size_t since = 0;   // `seen` when it began to be repeated
    bool crowded = false;    // violations that hang, and for whose findings there is no room
  };
  bool known = false;
  std::size_t seen = 0;      // records beside the first
  std::uint64_t epoch = 0;   // of what was known to be held when `crowded` ones were last looked at
  std::vector<Repeated> repeated;
  std::vector<RuleAtType*> live;

  void repeat(RuleAtType& at, std::vector<ItemFate> items);
  // Crowded violations of which by now it is certain that they are: judged one by one from here on.
  void revive(Ledger& ledger);
  void write_into(Ledger& ledger);

 private:
  static void write(const Repeated& fate, std::size_t times, Ledger& ledger);
};

struct Shape {
  bool asks_settled = false;
  bool asks_overdue = false;

  Alike& alike(const Answers& answers) {
    const std::size_t overdue = !answers.overdue ? 0U : *answers.overdue ? 1U : 2U;
    return by_answers[(answers.settled_is_over ? 3U : 0U) + overdue];
  }
  std::array<Alike, 6> by_answers;
};

// Of one pack at one type of record.
class Shapes {
 public:
  Shape& of(const ShapeKey& key);
  void write_into(Ledger& ledger);  // and forgets them
  bool is_full() const;

 private:
  struct Hash {
    std::size_t operator()(const ShapeKey& key) const;
  };
  std::unordered_map<ShapeKey, Shape, Hash> shapes_;
};

}  // namespace reglament
