// Configuration files: the project's reglament.yaml and the user's own; the format is in reglament-config(5).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reglament/yaml/diagnostic.hpp"

namespace reglament {

// A value somebody gave, and where: a flag, a variable of the environment, or a line of a configuration file.
struct Given {
  std::string text;
  std::string source;  // --as-of, REGLAMENT_AS_OF, or the file
  Mark mark;           // in the file

  Diagnostic diagnostic(Message message) const { return {source, mark, std::move(message)}; }
};

struct Configuration {
  std::string file;                                              // empty: there is none
  std::map<std::string, std::vector<Given>, std::less<>> given;  // by the name of the flag: `as-of`, `select`
  std::map<std::string, std::map<std::string, Given>> settings;  // by pack and name
};

// Errors    Every fault, each at its place; a value with a fault is left out. Relative paths are returned as seen from
//           the current folder.
Loaded<Configuration> read_configuration(const std::filesystem::path& file);

// The closest reglament.yaml at or above `start`, a folder or a file.
std::optional<std::filesystem::path> find_project_file(const std::filesystem::path& start);
// $XDG_CONFIG_HOME/reglament/config.yaml, by default in ~/.config, where there is one.
std::optional<std::filesystem::path> find_user_file();

}  // namespace reglament
