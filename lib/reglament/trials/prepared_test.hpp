// One entry of `tests:` with its small worlds built: what is left is to judge them, as often as need be.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "reglament/calendar/working_calendar.hpp"
#include "reglament/records/record.hpp"
#include "reglament/records/register.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

// What a record or a period must come to.
struct Expectation {
  Outcome outcome{};
  std::string what;  // a period, or the number of the record in its list: "late 2"
  Mark mark;
  bool from_inventory =
      false;  // marked `x-inventory`: an example that the inventory of clauses gives of the obligation
};

struct Scene {
  Register offices;
  std::vector<Record> records;
  std::optional<std::string>
      tested;  // id of the record, or office, that is judged; none: periods and plans are
  std::vector<Expectation> expectations;  // of a record: one; of periods: all, there must be no others
};

struct PreparedTest {
  std::string rule;
  std::string file;
  Mark mark;
  Day as_of{};
  std::string reading;     // id; empty: the rule as it stands
  SettingValues settings;  // that the test fills in
  std::vector<Scene> scenes;
};

// Errors    InputError: a key, a date, an outcome that does not fit; a rule's reading that is not there. Faults of records and
//           offices are added to `errors`, each once, and leave them out.
PreparedTest prepare_test(const YamlReader& in, const Rule& rule, Diagnostics& errors);

// What one expectation came to.
struct TestOutcome {
  std::string what;
  Mark mark;
  std::optional<Outcome> expected;  // none: nothing was to come
  std::optional<Outcome> found;     // none: nothing came
  std::optional<std::size_t>
      finding;  // index of the run's finding that it came from; none: it is only counted
  bool is_as_expected() const { return expected == found; }
};

// What the only rule of `pack` finds in one scene, met and not applicable included.
Run judge_scene(const PreparedTest& test, const Scene& scene, const Pack& pack,
                const WorkingCalendar& calendar);
// That, against what was expected: an outcome for each expectation of the scene, in their order, and behind these what came
// and was not expected.
std::vector<TestOutcome> outcomes_of(const PreparedTest& test, const Scene& scene, const Run& run);
// Both.
// Errors    added to `errors`, each once: days that the calendar does not hold.
std::vector<TestOutcome> try_scene(const PreparedTest& test, const Scene& scene, const Pack& pack,
                                   const WorkingCalendar& calendar, Diagnostics& errors);

void add_once(const Diagnostics& more, Diagnostics& errors);

}  // namespace reglament
