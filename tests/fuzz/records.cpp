#include "fuzz/records.hpp"

#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "reglament/records/read.hpp"

namespace reglament::fuzz {

namespace {

constexpr std::string_view small_register =
    "bodies:\n"
    "- {id: d, kind: district, regulations: [kazygurt-2025-135]}\n"
    "- {id: o, kind: okrug, within: d}\n"
    "offices:\n"
    "- {id: a, role: district-akim, body: d}\n"
    "- {id: r, role: rural-akim, body: o, supervised-by: a, absences: [{from: 2025-10-01, to: 2025-10-07, "
    "acting: a}]}\n";
constexpr std::size_t small_bodies = 2;
constexpr std::size_t small_offices = 2;

constexpr std::string_view control_comment = "# \x01\n";  // takes all that follows out of the fast lane
constexpr std::string_view tells_place =
    "id-used-twice-since";  // in its arguments; they differ by a comment before

void require(bool holds, const char* otherwise) {
  if (!holds) throw std::logic_error{otherwise};
}

class Telling {
 public:
  // Lines are counted from behind the first `lines_before`.
  Telling(std::string_view text, std::uint32_t lines_before) : lines_before_(lines_before) {
    for (std::size_t begin = 0;;) {
      const std::size_t newline = text.find('\n', begin);
      lengths_.push_back((newline == std::string_view::npos ? text.size() : newline) - begin);
      if (newline == std::string_view::npos) break;
      begin = newline + 1;
    }
  }

  void tell(const Diagnostics& errors) {
    for (const Diagnostic& error : errors) {
      tell(error.mark);
      told_ += error.message.key;
      if (error.message.key != tells_place) {
        for (const std::string& argument : error.message.arguments) told_ += " " + argument;
      }
      told_ += "\n";
    }
  }

  void tell(const Record& record) {
    told_ += "record ";
    told_ += to_text(record.family);
    told_ += " " + number(record.type) + " " + record.id + " ";
    tell(record.mark);
    told_ += record.text + "\n";
    require(record.cells.empty() || record.cells.front().end == record.cells.size(),
            "cells beside the map of a record");
    tell_cells(record, 0, static_cast<std::uint32_t>(record.cells.size()));
  }

  std::string told() && { return std::move(told_); }

 private:
  // The cells of [begin, end), each behind the last descendant of the one before.
  void tell_cells(const Record& record, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; i = record.cells[i].end) {
      const CellView view{record, i};
      const bool holds_cells = view.kind() == Cell::Kind::list || view.kind() == Cell::Kind::map;
      require(view.cell().end > i && view.cell().end <= end, "a cell that ends outside the one around it");
      require(holds_cells || view.cell().end == i + 1, "a value that holds cells");
      tell(view);
      tell_cells(record, i + 1, view.cell().end);
    }
  }

  void tell(const CellView& view) {
    const Cell& cell = view.cell();
    told_ += "  " + std::to_string(static_cast<int>(cell.kind)) + " " + number(cell.name) + " " +
             std::to_string(cell.end) + " ";
    tell(cell.mark);
    const bool is_text = cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::link;
    if (is_text)
      require(static_cast<std::size_t>(cell.value) + cell.length <= view.record().text.size(),
              "a text outside the record's");
    told_ += is_text ? std::string{view.text()} : std::to_string(cell.value);
    told_ += "\n";
  }

  void tell(Mark mark) {
    if (mark == Mark{}) return;  // the whole file
    require(mark.line > lines_before_ && mark.line <= lengths_.size(), "a line outside the text");
    require(mark.column > 0 && mark.column <= lengths_[mark.line - 1] + 1, "a column outside its line");
    told_ += std::to_string(mark.line - lines_before_) + ":" + std::to_string(mark.column) + " ";
  }

  static std::string number(Word word) { return std::to_string(static_cast<unsigned>(word)); }

  std::vector<std::size_t> lengths_;  // of the lines
  std::uint32_t lines_before_;
  std::string told_;
};

Input input(std::string_view text) {
  Input one;
  one.path = "-";
  one.text = text;
  return one;
}

std::string tell(std::string_view text, std::uint32_t lines_before) {
  std::vector<Input> inputs{input(small_register), input(text)};
  Telling telling{text, lines_before};
  const Loaded<Register> offices = read_register(inputs);
  telling.tell(offices.errors);
  const auto& all_bodies = offices.value.bodies();
  const auto& all_offices = offices.value.offices();
  for (std::size_t i = small_bodies; i < all_bodies.size(); ++i) telling.tell(all_bodies[i].record);
  for (std::size_t i = small_offices; i < all_offices.size(); ++i) telling.tell(all_offices[i].record);
  telling.tell(read_records(inputs, offices.value, [&](const Record& record) {
    require(own_date(record).has_value(), "a record without a date");
    telling.tell(record);
  }));
  return std::move(telling).told();
}

}  // namespace

std::string tell_records(std::string_view text) { return tell(text, 0); }

std::string tell_records_slowly(std::string_view text) {
  return tell(std::string{control_comment} + std::string{text}, 1);
}

}  // namespace reglament::fuzz
