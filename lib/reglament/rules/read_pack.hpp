// Finding and reading rule packs.
#pragma once

#include "reglament/rules/pack.hpp"
#include "reglament/yaml/reader.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reglament {

using SettingValues = std::map<std::string, std::string>;  // by name

// Reads <folder>/pack.yaml and every other .yaml file of the folder but *.test.yaml, in byte order of their names.
// `values` are the user's own for the pack's settings; they replace provisional ones.
// Errors    every fault of every rule; a rule with a fault is left out, the rest stands.
Loaded<Pack> read_pack(const std::filesystem::path& folder, const SettingValues& values = {});

// What pack.yaml says, without the rules beside it.
// Errors    InputError where it has no id; every other fault in `errors`.
Pack read_pack_page(const YamlReader& in, const SettingValues& values, Diagnostics& errors);

// The files of rules in a pack's folder, in byte order of their names.
std::vector<std::filesystem::path> rules_files(const std::filesystem::path& folder);

// The folder of pack `id`: `roots` are folders of packs, or pack folders themselves; the first that has it.
std::optional<std::filesystem::path> find_pack(const std::string& id, const std::vector<std::filesystem::path>& roots);
// The ids of all packs below `roots`, sorted, each once.
std::vector<std::string> list_packs(const std::vector<std::filesystem::path>& roots);

// The whole of a file. Errors: InputError (cannot-read).
std::string read_file(const std::filesystem::path& path);

}  // namespace reglament
