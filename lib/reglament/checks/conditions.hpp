// What the truth of a condition and the reasons for it share.
#pragma once

#include "reglament/checks/evaluate.hpp"

namespace reglament {

// The items of a list that a `where` is asked of.
struct Counted {
  std::int64_t certain = 0;
  std::int64_t in_doubt = 0;
  std::uint64_t unknown = 0;
  Hinges hinges;                             // of the items that do not count for want of a field
};
Counted count_items(const Values& values, const std::vector<Condition>& where, const Context& context);

// Those of `members` that the values of `path` do not hold.
std::vector<const Member*> missing(const Path& path, const Values& values, const std::vector<Member>& members,
                                   const Context& context);

}  // namespace reglament
