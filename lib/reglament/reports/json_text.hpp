// Values, objects and lists as JSON text, in the order in which they are added.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "reglament/calendar/period.hpp"
#include "reglament/findings/characters.hpp"

namespace reglament {

inline std::string json(std::string_view text) { return reglament::quoted(text); }
inline std::string json(const std::string& text) { return reglament::quoted(text); }
inline std::string json(const char* text) { return reglament::quoted(text); }
inline std::string json(bool value) { return value ? "true" : "false"; }
template <typename Integer>
requires std::is_integral_v<Integer> std::string json(Integer number) { return std::to_string(number); }
inline std::string json(Day day) { return reglament::quoted(to_text(day)); }
inline std::string json(const Moment& moment) { return reglament::quoted(to_text(moment)); }
inline std::string json(const Period& period) { return reglament::quoted(to_text(period)); }
template <typename T>
std::string json(const std::optional<T>& value) {
  return value ? json(*value) : "null";
}
inline std::string json_or_null(std::string_view text) {
  return text.empty() ? "null" : reglament::quoted(text);
}

// The fields of an object.
class JsonObject {
 public:
  template <typename T>
  JsonObject& add(std::string_view key, const T& value) {
    return add_json(key, json(value));
  }
  JsonObject& add_json(std::string_view key, std::string_view value) {
    fields_ += (fields_.empty() ? "" : ", ") + reglament::quoted(key) + ": ";
    fields_ += value;
    return *this;
  }
  std::string text() const { return "{" + fields_ + "}"; }

 private:
  std::string fields_;
};

// A whole file: an object of which each field has a line of its own.
class JsonDocument {
 public:
  template <typename T>
  JsonDocument& add(std::string_view key, const T& value) {
    return add_json(key, json(value));
  }
  JsonDocument& add_json(std::string_view key, std::string_view value) {
    fields_ += (fields_.empty() ? "\n  " : ",\n  ") + reglament::quoted(key) + ": ";
    fields_ += value;
    return *this;
  }
  std::string text() const { return "{" + fields_ + "\n}\n"; }

 private:
  std::string fields_;
};

// `to_json` gives the text of each member.
template <typename List, typename ToJson>
std::string json_array(const List& list, ToJson to_json) {
  std::string text;
  for (const auto& member : list) text += (text.empty() ? "" : ", ") + to_json(member);
  return "[" + text + "]";
}

// The same, each member on a line of its own, as the value of a field of a JsonDocument.
template <typename List, typename ToJson>
std::string json_lines(const List& list, ToJson to_json) {
  std::string text;
  for (const auto& member : list) text += (text.empty() ? "\n    " : ",\n    ") + to_json(member);
  return text.empty() ? "[]" : "[" + text + "\n  ]";
}

}  // namespace reglament
