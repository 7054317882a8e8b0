// What one date of a record may be mistaken for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/rules/pack.hpp"

namespace reglament {

// The other date that a name of one may be taken for: one that the record, the item or the pack has beside it, or that the
// same rule names.
class DateNames {
 public:
  // `pack` must outlive it.
  DateNames(const Pack& pack, Family family);

  void add_items(StructureId structure);                              // the dates of an item of `for-each`
  void add_step(const std::string& step) { steps_.push_back(step); }  // that the rule names

  std::optional<std::string> other(std::string_view name) const;

 private:
  const NamedDate* named_date(std::string_view name) const;
  std::optional<std::string> beside(const NamedDate& named) const;

  const Pack* pack_;
  std::vector<std::string> of_record_;
  std::vector<std::string> of_item_;
  std::vector<std::string> steps_;
};

}  // namespace reglament
