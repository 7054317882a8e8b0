// One record as rules see it: a flat, typed tree of cells.
//
// The cells of a map or list follow it, in the order written; `end` is the index behind its last descendant. Everything
// that a record holds lives in two vectors, so a reader can reuse one record for a whole file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/calendar/civil.hpp"
#include "reglament/calendar/period.hpp"
#include "reglament/records/vocabulary.hpp"

namespace reglament {

// The type of a record: `meeting/apparatus`, or `assignment` for every one of the family.
struct RecordType {
  Family family{};
  Word type{};  // no_word: all
  bool matches(Family f, Word t) const { return family == f && (type == no_word || type == t); }
  friend bool operator==(const RecordType&, const RecordType&) = default;
};

// A decimal number as exact millionths: "2/3 of 16" is compared without rounding.
struct Number {
  std::int64_t millionths = 0;
  static constexpr Number of(std::int64_t whole) { return {whole * 1'000'000}; }
  friend auto operator<=>(const Number&, const Number&) = default;
};
std::optional<Number> parse_number(
    std::string_view text);          // 12, 2.5; at most six decimals, below 10^12; no sign
std::string to_text(Number number);  // 12, 2.5

enum class OfficeIndex : std::uint32_t {};
enum class BodyIndex : std::uint32_t {};

struct Cell {
  enum class Kind : std::uint8_t {
    yes_no,
    number,
    text,
    word,
    moment,
    time,
    period,
    office,
    body,
    link,
    list,
    map
  };
  Kind kind{};
  Word name{};            // of the field or step; no_word for an item of a list
  std::uint32_t end = 0;  // index behind the last descendant
  Mark mark;              // of the value
  std::int64_t value =
      0;  // yes_no: 0, 1 · number: millionths · word: Word · moment: see moment() · time: minutes
          // period: see period() · office, body: index · text, link: offset into the record's text
  std::uint32_t length = 0;  // text, link: bytes
};

class Record;

// A look at one cell of a record, which must outlive it.
class CellView {
 public:
  CellView(const Record& record, std::uint32_t index) : record_(&record), index_(index) {}
  const Record& record() const { return *record_; }
  std::uint32_t index() const { return index_; }
  const Cell& cell() const;
  Cell::Kind kind() const { return cell().kind; }
  Mark mark() const { return cell().mark; }

  bool yes() const { return cell().value != 0; }
  Number number() const { return {cell().value}; }
  Word word() const { return static_cast<Word>(cell().value); }
  Moment moment() const;
  Period period() const;
  int minutes() const { return static_cast<int>(cell().value); }
  OfficeIndex office() const { return static_cast<OfficeIndex>(cell().value); }
  BodyIndex body() const { return static_cast<BodyIndex>(cell().value); }
  std::string_view text() const;  // of text and link

  std::optional<CellView> find(Word name) const;  // in a map
  // What a map holds under `name`, where that is one of these.
  std::optional<Moment> moment_at(Word name) const;
  std::optional<Day> day_at(Word name) const;
  std::optional<Period> period_at(Word name) const;
  std::optional<OfficeIndex> office_at(Word name) const;
  // The items of a list or the values of a map; of a single value, the value itself.
  template <typename Visit>
  void for_each(Visit visit) const;
  std::size_t count() const;

 private:
  const Record* record_;
  std::uint32_t index_;
};

class Record {
 public:
  Family family{};
  Word type{};
  std::string id;
  std::string file;
  Mark mark;                // of the entry
  std::vector<Cell> cells;  // cells[0] is the map of the record's fields; steps are in it under `steps`
  std::string text;

  CellView root() const { return {*this, 0}; }
  std::optional<CellView> field(Word name) const { return root().find(name); }
  std::optional<CellView> step(Word name) const;  // its day, its map, or the list of its entries
  void clear();
};

// The date by which a record is placed in time: its `date`; else the first of `from`, `received`, `issued` that it has;
// else the last day of its `period`; else the earliest of its steps. None only for a record that has none of these
// (bodies and offices; readers of records refuse such an entry).
std::optional<Moment> own_date(const Record& record);

// The encodings of Cell::value.
std::int64_t encode(Moment moment);
std::int64_t encode(const Period& period);

inline const Cell& CellView::cell() const { return record_->cells[index_]; }

template <typename Visit>
void CellView::for_each(Visit visit) const {
  if (kind() != Cell::Kind::list && kind() != Cell::Kind::map) {
    visit(*this);
    return;
  }
  for (std::uint32_t i = index_ + 1; i < cell().end; i = record_->cells[i].end) visit(CellView{*record_, i});
}

}  // namespace reglament
