// Reading conditions, dates, sets and amounts, bound to the vocabulary: what it lacks is refused here.
#pragma once

#include "reglament/rules/pack.hpp"
#include "reglament/yaml/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reglament {

// What the names in an expression may mean.
struct Scope {
  const Pack* pack = nullptr;                // its dates, roles and settings
  std::vector<RecordType> about;             // the records it is asked of
  std::optional<Path> list;                  // `for-each`: names of its items come first
  bool holder = false;                       // the `when` of a frequency: asks holder and period
  std::vector<Hinge>* hinges = nullptr;      // where fields are noted; none: not hung on
  std::vector<std::string>* missing_settings = nullptr;
  OtherRecords* others = nullptr;            // where links and `next TYPE` are noted

  Scope of_items(const Path& list_path) const;
  Scope of_records(const RecordType& type) const;
};

// All throw InputError, at the place of what does not fit.
Path read_path(const YamlReader& at, std::string_view text, const Scope& scope);
inline Path read_path(const YamlReader& at, const Scope& scope) { return read_path(at, at.view(), scope); }
Condition read_condition(const YamlReader& in, const Scope& scope);
DateExpression read_date(const YamlReader& in, const Scope& scope);
DateExpression read_date(const YamlReader& in, std::string_view text, const Scope& scope);
DatePoint read_date_point(const YamlReader& in, std::string_view text, const Scope& scope);
SetExpression read_set(const YamlReader& in, const Scope& scope, const ValueType& members);
Amount read_amount(const YamlReader& in, const Scope& scope);
std::vector<RecordType> read_record_types(const YamlReader& in);   // one, or a list
RecordType read_record_type(const YamlReader& in, std::string_view text);
// Roles and the pack's groups of roles, spelled out.
std::vector<Word> read_roles(const YamlReader& in, const Pack& pack);
Names read_names(const YamlReader& in);                            // kk, ru and en, all required
Word read_word(const YamlReader& in, WordList list);               // "did you mean" when it is none of the list

std::optional<Relation> parse_relation(std::string_view text);
std::optional<DateRelation> parse_date_relation(std::string_view text);

}  // namespace reglament
