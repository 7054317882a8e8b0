// From the entries of `bodies` and `offices` to the register.
#pragma once

#include <span>
#include <vector>

#include "reglament/records/build_record.hpp"
#include "reglament/records/register.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

// Entries name each other in any order and across files: all are gathered first, then read.
//
// Errors    What RecordBuilder finds; an id used twice (the first entry counts); a body that is inside itself (it is
//           then inside none), or inside more than 16 others; an office without a body; an absence without a first
//           day (it excuses nothing); two holders on one day.
//           An entry with a fault in it stays in the register without the faulty value, so that one fault is told once
//           and not again by each record that names the office. Without an id it is left out.
class RegisterBuilder {
 public:
  // The trees behind the readers must live until `finish` has returned.
  void add_body(const YamlReader& entry) { bodies_.push_back({entry, {}}); }
  void add_office(const YamlReader& entry, Fill fill = {}) {
    offices_.push_back({entry, {}, std::move(fill)});
  }

  Loaded<Register> finish();

  // Bodies and offices that are named and not listed are made up (rule tests): bodies of no kind, offices of no role.
  void make_up_missing() { makes_up_ = true; }

 private:
  template <typename Index>
  struct Entry {
    YamlReader reader;
    std::optional<Index> index;
    Fill fill = {};  // what it lacks (rule tests)
  };

  void take_ids();
  void read_bodies();
  void read_offices();
  void fill(Body& body, RecordBuilder& builder);
  void fill(Office& office, RecordBuilder& builder);
  void fill_holders(Office& office);
  void fill_absences(Office& office);
  void break_cycles();
  void limit_depth();
  void set_apart(Body& body, Message message);
  void check_required(const YamlReader& office);
  void check_holders(const Office& office, const std::vector<Mark>& marks);
  BodyIndex nowhere();
  Fill made_up();

  std::vector<Entry<BodyIndex>> bodies_;
  std::vector<Entry<OfficeIndex>> offices_;
  std::optional<BodyIndex> nowhere_;
  bool makes_up_ = false;
  Loaded<Register> loaded_;
};

// The register of one small world.
Loaded<Register> build_register(std::span<const YamlReader> bodies, std::span<const YamlReader> offices,
                                bool make_up_missing = false);

}  // namespace reglament
