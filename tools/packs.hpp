// Finding and loading the rule packs and working calendars that a run needs.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "reglament/calendar/working_calendar.hpp"
#include "reglament/records/register.hpp"
#include "reglament/rules/pack.hpp"

namespace reglament {

// Where packs lie: of --rules, the project's rules/, $XDG_DATA_HOME/reglament/rules, each of $XDG_DATA_DIRS, and beside
// the program. Calendars lie in calendars/ of the same folders.
struct PackPlaces {
  std::vector<std::filesystem::path> roots;  // in the order in which they are looked at
  std::vector<Given> only;                   // the packs that --rules names; empty: whichever are asked for
};
PackPlaces pack_places(const Options& options);

// The packs that the bodies of the register name, each at the first place that names it.
std::vector<Given> packs_named(const Register& offices);

struct Rulebook {
  std::vector<Pack> packs;
  std::map<std::string, WorkingCalendar> calendars;  // by id
};

// Errors    A pack or calendar that is nowhere, at the place that names it, with where it was looked for; every fault in
//           those that are there. A pack without its calendar is left out; a rule with a fault is too.
Loaded<Rulebook> load_packs(const std::vector<Given>& wanted, const PackPlaces& places,
                            const Configuration& configuration);

// One pack alone, by its id or its folder: a folder is that pack, whatever else is called like it.
// Errors    as above
Loaded<Rulebook> load_pack(const Given& pack, Options options);

// Errors    InputError: there is none, or it is broken (all faults but the first are in `errors`).
WorkingCalendar load_calendar(const Given& id, const PackPlaces& places, Diagnostics& errors);

// The ids of all calendars below the roots, sorted, each once.
std::vector<std::string> list_calendars(const PackPlaces& places);

}  // namespace reglament
