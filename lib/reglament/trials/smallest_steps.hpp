// The smallest steps by which what a rule writes can be wrong: one more, one less, the unit beside it, the other
// direction, another date.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reglament {

struct Step {
  std::string text;          // what stands there instead
  bool moves_limit = false;  // a number, a day or a time, by one
  friend bool operator==(const Step&, const Step&) = default;
};

// The other date that the name of one may be taken for, if any.
using OtherDate = std::function<std::optional<std::string>(std::string_view name)>;

// Steps of a DATE, each the whole text with one change in it. Of `A or B` also A alone and B alone; another date in the
// place of either would say no more.
//
//   3 working days after date  // 2, 4 working days; 3 days; before
//   due                        // 1 day before due, 1 day after due; due.stated
std::vector<Step> date_steps(std::string_view date, const OtherDate& other);
// Steps of a POINT: other names of dates; no days are counted from it.
std::vector<Step> point_steps(std::string_view point, const OtherDate& other);

// Steps of a NUMBER, none where it is a path or a setting. A decimal moves by its last digit, a time by a minute.
//
//   2/3 of attendance.members  // 1/3, 3/3, 2/4
std::vector<Step> amount_steps(std::string_view amount);

// A day of the calendar, or `11 days after pack.published`, a day earlier and a day later; none for anything else.
std::vector<Step> pack_day_steps(std::string_view day);

// What may stand for a relation: the other direction; and, where the limit itself cannot be moved by one, the relation
// that takes the limit in or out. None for a key that is no relation.
std::vector<Step> relation_steps(std::string_view relation, bool limit_moves);
std::vector<Step> date_relation_steps(std::string_view relation, bool limit_moves);

// The unit of a period beside it: `month` for `week`. None for `as-of` and for a field.
std::optional<std::string> other_period_unit(std::string_view unit);

}  // namespace reglament
