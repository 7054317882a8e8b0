#include "reglament/records/record.hpp"

#include <algorithm>
#include <array>

#include "reglament/calendar/digits.hpp"

namespace reglament {

namespace {

constexpr std::int64_t one = 1'000'000;  // in millionths
constexpr std::size_t most_decimals = 6;
constexpr std::size_t most_digits = 12;
constexpr std::int64_t minutes_per_day = 24 * 60;

// A moment without a time comes just before its day begins, so that encoded moments compare as moments do.
constexpr std::int64_t minutes_with_none = minutes_per_day + 1;

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t to_integer(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<Moment> earliest_step(const Record& record) {
  static const Word steps = known_word("steps");
  static const Word date = known_word("date");
  std::optional<Moment> earliest;
  const auto take = [&](const CellView& cell) {
    if (cell.kind() == Cell::Kind::moment && (!earliest || cell.moment() < *earliest))
      earliest = cell.moment();
  };
  const auto all = record.field(steps);
  if (!all) return std::nullopt;
  all->for_each([&](const CellView& step) {
    const auto entry = [&](const CellView& one_entry) {
      if (one_entry.kind() != Cell::Kind::map) return take(one_entry);
      if (const auto day = one_entry.find(date)) take(*day);
    };
    if (step.kind() == Cell::Kind::list) {
      step.for_each(entry);
    } else {
      entry(step);
    }
  });
  return earliest;
}

}  // namespace

std::optional<Number> parse_number(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? "0" : text.substr(point + 1);
  if (whole.empty() || whole.size() > most_digits || !are_digits(whole)) return std::nullopt;
  if (whole.size() > 1 && whole.front() == '0') return std::nullopt;
  if (decimals.empty() || decimals.size() > most_decimals || !are_digits(decimals)) return std::nullopt;
  std::int64_t fraction = to_integer(decimals);
  for (std::size_t i = decimals.size(); i < most_decimals; ++i) fraction *= 10;
  return Number{to_integer(whole) * one + fraction};
}

std::string to_text(Number number) {
  std::string text = std::to_string(number.millionths / one);
  const std::int64_t fraction = number.millionths % one;
  if (fraction == 0) return text;
  std::string decimals = std::to_string(one + fraction).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return text + '.' + decimals;
}

std::int64_t encode(Moment moment) {
  return moment.day.time_since_epoch().count() * minutes_with_none + moment.minute + 1;
}

Moment CellView::moment() const {
  const std::int64_t value = cell().value;
  std::int64_t day = value / minutes_with_none;
  if (value % minutes_with_none < 0) --day;  // before 1970: round down
  return {Day{date::days{day}}, static_cast<int>(value - day * minutes_with_none) - 1};
}

std::int64_t encode(const Period& period) {
  return period.first.time_since_epoch().count() * 8 + static_cast<std::int64_t>(period.unit);
}

Period CellView::period() const {
  const std::int64_t value = cell().value;
  const std::int64_t unit = ((value % 8) + 8) % 8;
  return period_of(Day{date::days{(value - unit) / 8}}, static_cast<PeriodUnit>(unit));
}

std::string_view CellView::text() const {
  return std::string_view{record_->text}.substr(static_cast<std::size_t>(cell().value), cell().length);
}

std::optional<CellView> CellView::find(Word name) const {
  if (kind() != Cell::Kind::map) return std::nullopt;
  for (std::uint32_t i = index_ + 1; i < cell().end; i = record_->cells[i].end) {
    if (record_->cells[i].name == name) return CellView{*record_, i};
  }
  return std::nullopt;
}

std::optional<Moment> CellView::moment_at(Word name) const {
  const auto cell = find(name);
  return cell && cell->kind() == Cell::Kind::moment ? std::optional{cell->moment()} : std::nullopt;
}

std::optional<Day> CellView::day_at(Word name) const {
  const auto moment = moment_at(name);
  return moment ? std::optional{moment->day} : std::nullopt;
}

std::optional<Period> CellView::period_at(Word name) const {
  const auto cell = find(name);
  return cell && cell->kind() == Cell::Kind::period ? std::optional{cell->period()} : std::nullopt;
}

std::optional<OfficeIndex> CellView::office_at(Word name) const {
  const auto cell = find(name);
  return cell && cell->kind() == Cell::Kind::office ? std::optional{cell->office()} : std::nullopt;
}

std::size_t CellView::count() const {
  std::size_t count = 0;
  for_each([&](const CellView&) { ++count; });
  return count;
}

std::optional<CellView> Record::step(Word name) const {
  static const Word steps = known_word("steps");
  const auto all = field(steps);
  return all ? all->find(name) : std::nullopt;
}

void Record::clear() {
  family = {};
  type = no_word;
  id.clear();
  file.clear();
  mark = {};
  cells.clear();
  text.clear();
}

std::optional<Moment> own_date(const Record& record) {
  static const std::array<Word, 4> dates{known_word("date"), known_word("from"), known_word("received"),
                                         known_word("issued")};
  static const Word period = known_word("period");
  for (const Word name : dates) {
    if (const auto date = record.root().moment_at(name)) return date;
  }
  if (const auto covered = record.root().period_at(period)) return Moment{covered->last};
  return earliest_step(record);
}

}  // namespace reglament
