#include "reglament/checks/shapes.hpp"

#include <algorithm>

namespace reglament {

namespace {

constexpr std::size_t most_cells = 500;   // larger records are judged one by one
constexpr std::size_t most_shapes = 4'096;

// What of a cell's value belongs to the shape.
std::uint64_t shape_of(const CellView& cell, const Register& offices, Day as_of) {
  switch (cell.kind()) {
    case Cell::Kind::yes_no:
    case Cell::Kind::word: return static_cast<std::uint64_t>(cell.cell().value);
    case Cell::Kind::moment: return cell.moment().day > as_of ? 1 : 0;
    case Cell::Kind::period: return cell.period().last > as_of ? 1 : 0;
    case Cell::Kind::office:
      return static_cast<std::uint64_t>(offices[cell.office()].role) << 1U | (is_plain(cell.office(), offices) ? 1U : 0U);
    case Cell::Kind::number:
    case Cell::Kind::text:
    case Cell::Kind::time:
    case Cell::Kind::body:
    case Cell::Kind::link:
    case Cell::Kind::list:
    case Cell::Kind::map: return 0;
  }
  return 0;
}

}  // namespace

bool shape_of(const Record& record, const Register& offices, Day as_of, std::size_t era, ShapeKey& key) {
  key.clear();
  if (record.cells.size() > most_cells) return false;
  key.push_back(era);
  for (std::uint32_t i = 0; i < record.cells.size(); ++i) {
    const Cell& cell = record.cells[i];
    key.push_back(static_cast<std::uint64_t>(cell.kind) | static_cast<std::uint64_t>(cell.name) << 8U |
                  static_cast<std::uint64_t>(cell.end - i) << 24U | shape_of(CellView{record, i}, offices, as_of) << 40U);
  }
  return true;
}

void Alike::repeat(RuleAtType& at, std::vector<ItemFate> items) {
  const bool crowded = std::any_of(items.begin(), items.end(), [](const ItemFate& item) { return is_violation(item.outcome); });
  repeated.push_back({&at, std::move(items), seen, crowded});
}

void Alike::revive(Ledger& ledger) {
  std::erase_if(repeated, [&](const Repeated& fate) {
    const bool is_certain = fate.crowded && std::any_of(fate.items.begin(), fate.items.end(), [&](const ItemFate& item) {
      return is_violation(item.outcome) && item.hinges.stand(fate.at->held);
    });
    if (!is_certain) return false;
    write(fate, seen - fate.since, ledger);
    live.push_back(fate.at);
    return true;
  });
}

void Alike::write_into(Ledger& ledger) {
  for (const Repeated& fate : repeated) write(fate, seen - fate.since, ledger);
}

void Alike::write(const Repeated& fate, std::size_t times, Ledger& ledger) {
  if (times == 0) return;
  for (const ItemFate& item : fate.items) ledger.enter(*fate.at, item, times);
}

std::size_t Shapes::Hash::operator()(const ShapeKey& key) const {
  std::uint64_t hash = key.size();
  for (const std::uint64_t part : key) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

Shape& Shapes::of(const ShapeKey& key) {
  const auto known = shapes_.find(key);
  return known != shapes_.end() ? known->second : shapes_.try_emplace(key).first->second;
}

bool Shapes::is_full() const { return shapes_.size() >= most_shapes; }

void Shapes::write_into(Ledger& ledger) {
  for (auto& [key, shape] : shapes_) {
    for (Alike& alike : shape.by_answers) alike.write_into(ledger);
  }
  shapes_.clear();
}

}  // namespace reglament
