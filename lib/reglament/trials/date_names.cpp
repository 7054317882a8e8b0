#include "reglament/trials/date_names.hpp"

#include <algorithm>

namespace reglament {

namespace {

template <typename List, typename Value>
bool is_among(const List& list, const Value& value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

bool is_date(const FieldInfo& field) {
  const Holds holds = field.type.holds;
  return !field.type.list &&
         (holds == Holds::date || holds == Holds::moment || holds == Holds::moment_or_period);
}

// The dates of its own that a record has, those that may be taken for each other side by side.
std::vector<std::string> own_dates(Family family) {
  switch (family) {
    case Family::meeting: return {"date"};
    case Family::visit: return {"from", "to"};
    case Family::assignment: return {"received", "issued"};
    case Family::office:
    case Family::body: return {"from", "to"};
  }
  return {};
}

std::optional<std::string> first_but(std::string_view name, const std::vector<std::string>& names) {
  const auto other =
      std::find_if(names.begin(), names.end(), [&](const std::string& n) { return n != name; });
  return other == names.end() ? std::nullopt : std::optional{*other};
}

}  // namespace

DateNames::DateNames(const Pack& pack, Family family) : pack_(&pack), of_record_(own_dates(family)) {}

void DateNames::add_items(StructureId structure) {
  for (const FieldInfo& field : vocabulary().fields(structure)) {
    if (is_date(field)) of_item_.push_back(vocabulary().text(field.name));
  }
}

std::optional<std::string> DateNames::other(std::string_view name) const {
  if (name == "due") return "due.stated";
  if (name == "due-before") return "due";
  if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
    const std::string_view first = name.substr(0, dot);
    return std::string{first == "due" ? first : name.substr(dot + 1)};  // or the same of the record itself
  }
  if (is_among(of_item_, name)) return first_but(name, of_item_);
  if (const NamedDate* const named = named_date(name)) return beside(*named);
  if (auto other = first_but(name, of_record_)) return other;
  return first_but(name, steps_);
}

const NamedDate* DateNames::named_date(std::string_view name) const {
  const auto named = std::find_if(pack_->dates.begin(), pack_->dates.end(),
                                  [&](const NamedDate& date) { return date.name == name; });
  return named == pack_->dates.end() ? nullptr : &*named;
}

// `ended` beside `began`: they share a date. That its alternatives differ is for the pack's own mutants to ask.
std::optional<std::string> DateNames::beside(const NamedDate& named) const {
  for (const NamedDate& other : pack_->dates) {
    const bool shares =
        std::any_of(other.alternatives.begin(), other.alternatives.end(),
                    [&](const std::string& date) { return is_among(named.alternatives, date); });
    if (other.name != named.name && shares) return other.name;
  }
  const bool of_assignment = is_among(of_record_, std::string_view{"received"});
  return of_assignment ? std::optional<std::string>{"due"} : std::nullopt;
}

}  // namespace reglament
