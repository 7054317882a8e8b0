// What we could not read, and where: collected, never thrown away.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace reglament {

// A position in a text file. Line and column count from 1, the column in bytes, as compilers count it.
// Line 0 means the whole file.
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Mark&, const Mark&) = default;
};

// A sentence by its key in the table of `language/`, and the values that fill its places {0}, {1} ...
struct Message {
  std::string key;
  std::vector<std::string> arguments;
  friend bool operator==(const Message&, const Message&) = default;
};

struct Diagnostic {
  std::string file;
  Mark mark;
  Message message;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Thrown where the place is known; caught by the loop over entries, which gathers its diagnostic, and by `main`.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostic d) : std::runtime_error(d.message.key), diagnostic(std::move(d)) {}
  Diagnostic diagnostic;
};

using Diagnostics = std::vector<Diagnostic>;

// What could be read, and every error met on the way.
template <typename T>
struct Loaded {
  T value;
  Diagnostics errors;
};

}  // namespace reglament
