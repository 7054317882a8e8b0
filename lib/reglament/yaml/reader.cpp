#include "reglament/yaml/reader.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace reglament {

namespace {

// How many letters must be put in, left out, changed, or turned with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> above(b.size() + 1);  // the last row but one, the last, and the one in work
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(above, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      const bool turned = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (turned) row[j] = std::min(row[j], above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string join(std::initializer_list<std::string_view> words) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += ", ";
    joined += word;
  }
  return joined;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
  const std::size_t most = std::min<std::size_t>(3, std::max<std::size_t>(1, word.size() / 3));
  std::optional<std::string> best;
  std::size_t best_distance = most + 1;
  for (const std::string& candidate : known) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) >= best_distance) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string clipped(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return std::string{text};
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;  // the middle of a character
  return std::string{text.substr(0, end)} + "...";
}

std::vector<YamlReader> YamlReader::children() const {
  std::vector<YamlReader> result;
  for_each_child([&](const YamlReader& child) { result.push_back(child); });
  return result;
}

std::vector<YamlReader> YamlReader::entries() const {
  if (is_scalar() || is_map()) return {*this};
  return children();
}

void YamlReader::unique_keys() const {
  if (!is_map()) fail({"expected-map", {}});
  std::unordered_set<std::string_view> seen;
  for_each_child([&](const YamlReader& value) {
    if (!seen.insert(value.key()).second) value.fail_at_key({"duplicate-key", {clipped(value.key())}});
  });
}

void YamlReader::only(std::initializer_list<std::string_view> keys) const {
  unique_keys();
  for (const YamlReader& value : children()) {
    const std::string_view key = value.key();
    if (key.starts_with("x-") || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::vector<std::string> known(keys.begin(), keys.end());
    if (const auto near = nearest(key, known)) value.fail_at_key({"unknown-key-near", {clipped(key), *near}});
    value.fail_at_key({"unknown-key", {clipped(key), join(keys)}});
  }
}

std::optional<YamlReader> YamlReader::find(std::string_view key) const {
  if (!is_map()) fail({"expected-map", {}});
  for (std::uint32_t i = index_ + 1; i < node().end; i = tree_->nodes[i].end) {
    const YamlReader value{*tree_, *file_, i};
    if (value.key() == key) return value.is_null() ? std::nullopt : std::optional{value};
  }
  return std::nullopt;
}

YamlReader YamlReader::required(std::string_view key) const {
  if (const auto value = find(key)) return *value;
  fail({"missing-key", {std::string{key}}});
}

std::string_view YamlReader::view() const {
  if (!is_scalar()) fail({"expected-text", {}});
  return node().text;
}

std::string YamlReader::text() const { return std::string{view()}; }

bool YamlReader::yes_no() const {
  const std::string_view value = view();
  if (!node().quoted && value == "true") return true;
  if (!node().quoted && value == "false") return false;
  fail({"expected-yes-no", {clipped(value)}});
}

std::int64_t YamlReader::integer() const {
  const std::string_view value = view();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool leading_zero = value.size() > 1 && value.front() == '0';
  if (error != std::errc{} || end != value.data() + value.size() || leading_zero || node().quoted) {
    fail({"expected-integer", {clipped(value)}});
  }
  return number;
}

std::vector<std::string> YamlReader::texts() const {
  std::vector<std::string> result;
  for (const YamlReader& entry : entries()) result.push_back(entry.text());
  return result;
}

void YamlReader::fail(Message message) const { throw InputError{{*file_, mark(), std::move(message)}}; }

void YamlReader::fail_at_key(Message message) const {
  throw InputError{{*file_, node().keyed ? node().key_mark : mark(), std::move(message)}};
}

}  // namespace reglament
