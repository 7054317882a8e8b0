// From one entry of a file to a typed record: strict, and telling every fault.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/records/record.hpp"
#include "reglament/records/register.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

// What the tests of rules leave out, and their worlds do not list: made up. Files of records get none of it.
struct Fill {
  std::string id = {};                                                  // where the entry has none
  std::optional<Word> type = {};                                        // where the entry has none
  std::function<OfficeIndex(std::string_view id)> unknown_office = {};  // for an office that nobody lists
  std::function<BodyIndex(std::string_view id)> unknown_body = {};      // for a body that nobody lists
};

// Builds one record after another in the same memory.
//
// Cells     As the vocabulary types the fields. A single value for a list field is a list of one. A bare value in a
//           list of maps is a map with its first field. A step is a moment, a map, or a list of these. An office is
//           `office`, or `word` where a role stands for one that the register lacks. A null is an absent value.
//           A visit with `places` and no `stops` gets `stops`, one for each place, on the visit's first day.
// Ignored   Keys that begin with `x-`.
// Errors    One diagnostic for each fault, at the value or, for what is wrong with a key, at the key. The faulty value
//           is left out, and nothing else.
class RecordBuilder {
 public:
  // Both must outlive the builder.
  RecordBuilder(const Register& offices, Diagnostics& errors) : offices_(offices), errors_(errors) {}

  // False when the record is not to be used: it is no map, or its id, its type or its own date is missing or wrong.
  bool build(const YamlReader& entry, Family family, const Fill& fill = {});

  const Record& record() const { return record_; }
  // For whoever keeps the record. The builder starts the next one anew.
  Record take() { return std::move(record_); }

  // The links of the record: whether they lead anywhere is for the caller to see.
  struct Link {
    std::uint32_t cell;
    std::optional<Family> family;  // to a record of it; none: of any
  };
  std::span<const Link> links() const { return links_; }

 private:
  using Kind = Cell::Kind;
  using Candidates = std::function<std::vector<std::string>()>;

  void read_id(const YamlReader& entry, const Fill& fill);
  void read_type(const YamlReader& entry, const Fill& fill);
  void read_fields(const YamlReader& entry);
  void read_field_of_record(const YamlReader& value);
  bool has_own_date(const YamlReader& entry);
  void default_stops();

  bool read_field(const YamlReader& value, const FieldInfo& field);
  bool read_list(const YamlReader& value, const FieldInfo& field);
  bool read_value(const YamlReader& value, Word name, const FieldType& type, bool in_list);
  bool read_structure(const YamlReader& value, Word name, StructureId structure, bool in_list);
  void read_structure_field(const YamlReader& value, StructureId structure, std::uint32_t map);
  void check_ends(std::uint32_t map, const std::string& file);
  void read_steps(const YamlReader& value);
  void read_step(const YamlReader& value, std::uint32_t steps);
  bool read_step_entry(const YamlReader& value, Word name);

  bool read_yes_no(const YamlReader& value, Word name);
  bool read_number(const YamlReader& value, Word name);
  bool read_text(const YamlReader& value, Word name);
  bool read_date(const YamlReader& value, Word name);
  bool read_moment(const YamlReader& value, Word name);
  bool read_time(const YamlReader& value, Word name);
  bool read_period(const YamlReader& value, Word name);
  bool read_moment_or_period(const YamlReader& value, Word name);
  bool read_year(const YamlReader& value, Word name);
  bool read_word(const YamlReader& value, Word name, WordList list);
  bool read_word_or_text(const YamlReader& value, Word name, WordList list);
  bool read_office(const YamlReader& value, Word name);
  bool read_body(const YamlReader& value, Word name);
  bool read_link(const YamlReader& value, Word name, std::optional<Family> family);

  std::uint32_t open(Kind kind, Word name, Mark mark);
  void close(std::uint32_t cell);
  bool add(Kind kind, Word name, Mark mark, std::int64_t value);
  bool add_text(Kind kind, Word name, const YamlReader& value);
  void truncate(std::uint32_t size);
  void erase(std::uint32_t leaf);
  bool is_there(std::uint32_t map, Word name) const;
  bool fault(const YamlReader& value, Message message);         // false, at the value
  bool fault_at_key(const YamlReader& value, Message message);  // false, at its key
  bool unknown_field(const YamlReader& value, StructureId structure, bool of_record);
  bool unknown_step(const YamlReader& value);
  struct Unknown {
    const char* key;
    const char* key_near;  // with a word that may be meant
  };
  bool unknown_word(const YamlReader& value, const Unknown& keys, const Candidates& words);
  std::optional<std::string> suggest(std::string_view text, const Candidates& words);

  const Register& offices_;
  Diagnostics& errors_;
  const Fill* fill_ = nullptr;
  Record record_;
  std::vector<Link> links_;
  std::vector<Word> faulty_;     // fields of the record itself that were left out
  int suggestions_left_ = 1000;  // looking for the nearest word is slow, and nobody reads more of them
};

// One record of `entry`, or none when it is not to be used; both as RecordBuilder says. Links are not followed.
std::optional<Record> build_record(const YamlReader& entry, Family family, const Register& offices,
                                   const Fill& fill, Diagnostics& errors);

}  // namespace reglament
