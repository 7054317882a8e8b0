// The packs that a command is asked about: those named, else those of --rules, else all that are found.
#pragma once

#include <string>
#include <vector>

#include "options.hpp"
#include "packs.hpp"

namespace reglament {

class ChosenPacks {
 public:
  // Errors    InputError where there is no pack at all. What is wrong with a pack is in `errors`.
  ChosenPacks(Options options, const std::vector<std::string>& named);

  const std::vector<Pack>& all() const { return loaded_.value.packs; }
  const WorkingCalendar& calendar(const Pack& pack) const {
    return loaded_.value.calendars.at(pack.calendar);
  }
  const Diagnostics& errors() const { return loaded_.errors; }

 private:
  std::string places() const;

  PackPlaces places_;
  Loaded<Rulebook> loaded_;
};

// Says on standard error what could not be read; the status that comes of it.
int say_unsound(const Diagnostics& errors, const Options& options);

}  // namespace reglament
