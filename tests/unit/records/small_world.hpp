// Records and registers from a few lines of YAML, and what they hold as text, for tests.
#pragma once

#include "reglament/records/read.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reglament {

// "3:5 unknown-step-near agenda-snet agenda-sent"
inline std::string in_short(const Diagnostic& error) {
  std::string text = std::to_string(error.mark.line) + ':' + std::to_string(error.mark.column) + ' ' + error.message.key;
  for (const std::string& argument : error.message.arguments) text += ' ' + argument;
  return text;
}

inline std::vector<std::string> in_short(const Diagnostics& errors) {
  std::vector<std::string> all;
  for (const Diagnostic& error : errors) all.push_back(in_short(error));
  return all;
}

// A value as YAML would write it on one line; roles for offices are marked `~`, offices and bodies by their number.
inline std::string in_short(const CellView& cell) {
  const auto all = [&](char open, char close) {
    std::string text{open};
    cell.for_each([&](const CellView& item) {
      if (text.size() > 1) text += ", ";
      if (item.cell().name != no_word) text += vocabulary().text(item.cell().name) + ": ";
      text += in_short(item);
    });
    return text + close;
  };
  switch (cell.kind()) {
    case Cell::Kind::yes_no: return cell.yes() ? "true" : "false";
    case Cell::Kind::number: return to_text(cell.number());
    case Cell::Kind::text: return '\'' + std::string{cell.text()} + '\'';
    case Cell::Kind::word: return vocabulary().text(cell.word());
    case Cell::Kind::moment: return to_text(cell.moment());
    case Cell::Kind::time: return time_of_day_to_text(cell.minutes());
    case Cell::Kind::period: return "period " + to_text(cell.period());
    case Cell::Kind::office: return "office " + std::to_string(static_cast<unsigned>(cell.office()));
    case Cell::Kind::body: return "body " + std::to_string(static_cast<unsigned>(cell.body()));
    case Cell::Kind::link: return "link " + std::string{cell.text()};
    case Cell::Kind::list: return all('[', ']');
    case Cell::Kind::map: break;
  }
  return all('{', '}');
}

// One file, read as a user's is.
struct World {
  explicit World(std::string_view yaml) {
    inputs.emplace_back().path = "-";
    inputs.back().text = yaml;
    Loaded<Register> loaded = read_register(inputs);
    offices = std::move(loaded.value);
    register_errors = std::move(loaded.errors);
    record_errors = read_records(inputs, offices, [&](const Record& record) { records.push_back(record); });
  }

  std::vector<Input> inputs;
  Register offices;
  Diagnostics register_errors;
  std::vector<Record> records;
  Diagnostics record_errors;
};

}  // namespace reglament
