// Which of the rules at hand the options ask for.
#pragma once

#include <optional>
#include <vector>

#include "options.hpp"
#include "reglament/rules/pack.hpp"

namespace reglament {

class RuleChoice {
 public:
  // The options must outlive it. Without a group, the rules of all groups.
  explicit RuleChoice(const Options& options, std::optional<Group> group = std::nullopt)
      : options_(options), group_(group) {}

  bool takes(const RuleInfo& rule) const;
  bool takes_any(const std::vector<Pack>& packs) const;
  bool is_partial() const;  // not every rule that there may be

  // An error for each pattern of --select and --ignore that fits no rule of these packs, with what may be meant.
  Diagnostics unfit(const std::vector<Pack>& packs) const;

 private:
  const Options& options_;
  std::optional<Group> group_;
};

}  // namespace reglament
